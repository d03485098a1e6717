import { fold } from '#kernel/vietnamese-text.ts';

interface Column {
  readonly key: string;
  /** As it stands in the first row; without diacritics or in English it is understood as well. */
  readonly head: string;
  readonly needed: boolean;
  /** In letters, in the example. */
  readonly width: number;
  readonly example: string;
}

/** What a file may say of a dossier, in the order of the example. Explained in docs/operations/import.md. */
export const columns = [
  { key: 'number', head: 'Số hồ sơ', needed: true, width: 26, example: 'HS-2022-00457' },
  { key: 'procedure', head: 'Mã thủ tục', needed: true, width: 12, example: '1.001612' },
  { key: 'case', head: 'Trường hợp', needed: false, width: 24, example: 'Một cá nhân đăng ký' },
  { key: 'channel', head: 'Cách nộp', needed: false, width: 12, example: 'trực tiếp' },
  { key: 'applicant-kind', head: 'Loại người nộp', needed: false, width: 14, example: 'cá nhân' },
  { key: 'name', head: 'Họ tên hoặc tên tổ chức', needed: true, width: 28, example: 'Nguyễn Thị Mẫu' },
  { key: 'id-number', head: 'Số giấy tờ hoặc mã số thuế', needed: false, width: 18, example: '087188004512' },
  { key: 'birth-date', head: 'Ngày sinh', needed: false, width: 12, example: '12/03/1988' },
  { key: 'address', head: 'Địa chỉ', needed: true, width: 40, example: 'Ấp 1, xã Phú Hựu, huyện Châu Thành' },
  { key: 'phone', head: 'Điện thoại', needed: false, width: 14, example: '0900000000' },
  { key: 'representative', head: 'Người đại diện tổ chức', needed: false, width: 20, example: '' },
  { key: 'authorised-name', head: 'Người được ủy quyền', needed: false, width: 24, example: '' },
  { key: 'authorised-id', head: 'Số giấy tờ người được ủy quyền', needed: false, width: 18, example: '' },
  { key: 'received', head: 'Tiếp nhận lúc', needed: true, width: 18, example: '21/07/2022 08:30' },
  { key: 'due', head: 'Hẹn trả', needed: true, width: 18, example: '26/07/2022' },
  { key: 'state', head: 'Tình trạng', needed: true, width: 18, example: 'đang giải quyết' },
  { key: 'office', head: 'Đơn vị đang giữ', needed: false, width: 28, example: 'Phòng Tài chính - Kế hoạch' },
  { key: 'person', head: 'Người đang giữ', needed: false, width: 20, example: '' },
  { key: 'step', head: 'Bước', needed: false, width: 16, example: '' },
  { key: 'since', head: 'Chờ từ ngày', needed: false, width: 14, example: '' },
  { key: 'waiting-for', head: 'Chờ việc gì', needed: false, width: 30, example: '' },
  { key: 'amount', head: 'Số tiền chờ nộp', needed: false, width: 14, example: '' },
  { key: 'result-number', head: 'Số kết quả', needed: false, width: 16, example: '' },
  { key: 'result-day', head: 'Ngày có kết quả', needed: false, width: 14, example: '' },
  { key: 'fee-paid', head: 'Phí đã thu', needed: false, width: 12, example: '100000' },
  { key: 'fee-due', head: 'Phí còn phải thu', needed: false, width: 14, example: '' },
  { key: 'papers', head: 'Số giấy tờ đã nhận', needed: false, width: 12, example: '3' },
  { key: 'return', head: 'Cách nhận kết quả', needed: false, width: 14, example: 'tại quầy' },
  {
    key: 'notes',
    head: 'Diễn biến',
    needed: false,
    width: 44,
    example: '21/07/2022: Nhận đủ giấy tờ\n22/07/2022: Chuyển phòng chuyên môn',
  },
] as const satisfies readonly Column[];

export type ColumnKey = (typeof columns)[number]['key'];

const byFolded = new Map<string, ColumnKey>(
  columns.flatMap(({ key, head }) => [
    [fold(head), key],
    [key, key],
  ]),
);

export function columnOf(heading: string): ColumnKey | undefined {
  return byFolded.get(fold(heading).replace(/\s*\*$/, ''));
}

export function headOf(key: ColumnKey): string {
  return columns.find((column) => column.key === key)?.head ?? key;
}
