import type { CivilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import type { PaperContents, PaperHead, PaperParty } from './rules/content.ts';

const head: PaperHead = {
  superior: 'Ủy ban nhân dân huyện Châu Thành',
  office: 'Bộ phận Tiếp nhận và Trả kết quả',
  place: 'Châu Thành',
  issuedAt: instant('2022-07-25T08:05:00'),
  demo: true,
  link: 'http://localhost:8080/tra-cuu/000.00.21.H20-220725-0001?k=AbCdEfGhIjKlMnOpQrStUv',
};

const applicant: PaperParty = {
  name: 'Nguyễn Thị Ngọc Ẩn',
  idNumber: '087190001234',
  address: 'Ấp Phú Hòa, xã Phú Hựu, huyện Châu Thành, tỉnh Đồng Tháp',
  phone: '0900 000 001',
  email: 'ngoc.an@example.vn',
};

const procedure = { code: '1.004884', name: 'Cấp Giấy chứng nhận đăng ký hộ kinh doanh' };

const papers = [
  {
    name: 'Giấy đề nghị đăng ký hộ kinh doanh (mẫu của TT 01/2021/TT-BKHĐT)',
    originals: 1,
    certifiedCopies: 0,
    photocopies: 0,
    note: null,
  },
  {
    name: 'Giấy tờ pháp lý của chủ hộ kinh doanh',
    originals: 0,
    certifiedCopies: 1,
    photocopies: 0,
    note: 'xuất trình bản chính',
  },
  { name: 'Hợp đồng thuê địa điểm', originals: 0, certifiedCopies: 0, photocopies: 2, note: null },
];

const officer = { name: 'Lê Văn Được', title: 'Công chức tiếp nhận' };
const contact = 'ông Lê Văn Được, điện thoại 0277 3000 000, hoặc trang http://localhost:8080';

/** One example of every paper, to be changed by spreading. */
export const samplePapers: PaperContents = {
  receipt: {
    ...head,
    dossierNumber: '000.00.21.H20-220725-0001',
    applicant,
    otherApplicants: [],
    authorised: { ...applicant, name: 'Trần Văn Ưng', idNumber: '087088004321', email: null, address: null },
    channel: 'trực tiếp',
    procedure,
    caseName: 'Thành lập mới',
    owner: { name: 'Hộ kinh doanh Ngọc Ẩn', address: 'Chợ Cái Tàu Hạ, huyện Châu Thành' },
    fee: '100.000 đồng',
    feeMethod: 'Tiền mặt tại quầy',
    papers,
    sets: 1,
    limit: '03 ngày làm việc',
    receivedAt: instant('2022-07-25T08:05:00'),
    dueAt: instant('2022-07-28T08:05:00'),
    lookup: 'http://localhost:8080/tra-cuu hoặc điện thoại 0277 3000 000',
    returnBy: 'post',
    returnPlace: 'Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành',
    returnAddress: 'Ấp Phú Hòa, xã Phú Hựu',
    note: null,
    submitterName: 'Trần Văn Ưng',
    receiver: officer,
  },
  'completion-request': {
    ...head,
    number: '12/HDHS',
    dossierNumber: null,
    applicant,
    procedure,
    papers: papers.slice(0, 2),
    reasons: [
      'Giấy đề nghị chưa ghi vốn kinh doanh.',
      'Bản sao giấy tờ pháp lý của chủ hộ kinh doanh chưa được chứng thực.',
    ],
    basis: 'Điều 87 Nghị định số 01/2021/NĐ-CP',
    respondBy: '2022-08-01' as CivilDate,
    contact,
    officer,
  },
  refusal: {
    ...head,
    number: '03/TC',
    dossierNumber: null,
    applicant,
    procedure,
    reasons: ['Thủ tục này thuộc thẩm quyền của Sở Kế hoạch và Đầu tư tỉnh Đồng Tháp.'],
    basis: 'Khoản 1 Điều 17 Nghị định số 61/2018/NĐ-CP',
    guidance: 'nộp hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh Đồng Tháp.',
    contact,
    submitterName: 'Nguyễn Thị Ngọc Ẩn',
    officer,
  },
  'control-slip': {
    ...head,
    dossierNumber: '000.00.21.H20-220725-0001',
    applicant,
    owner: { name: 'Hộ kinh doanh Ngọc Ẩn', address: null },
    procedure,
    receivedAt: instant('2022-07-25T08:05:00'),
    limit: '03 ngày làm việc',
    dueAt: instant('2022-07-28T08:05:00'),
    papers,
    sets: 1,
    handOvers: [
      {
        from: 'Bộ phận Tiếp nhận và Trả kết quả',
        handedBy: 'Lê Văn Được',
        to: 'Phòng Tài chính - Kế hoạch',
        receivedBy: 'Phạm Thị Mỹ Lệ',
        at: instant('2022-07-25T10:00:00'),
        timeliness: 'early',
        note: null,
      },
      {
        from: 'Phòng Tài chính - Kế hoạch',
        handedBy: 'Phạm Thị Mỹ Lệ',
        to: 'Lãnh đạo Ủy ban nhân dân huyện',
        receivedBy: null,
        at: null,
        timeliness: null,
        note: 'Kèm dự thảo giấy chứng nhận',
      },
    ],
    resultHandOvers: [
      {
        from: 'Phòng Tài chính - Kế hoạch',
        handedBy: 'Phạm Thị Mỹ Lệ',
        to: 'Bộ phận Tiếp nhận và Trả kết quả',
        receivedBy: 'Lê Văn Được',
        at: instant('2022-07-28T09:00:00'),
        result: 'Giấy chứng nhận',
        note: '01 bản chính',
      },
    ],
  },
  result: {
    ...head,
    superior: null,
    office: 'Ủy ban nhân dân huyện Châu Thành',
    issuedAt: instant('2022-07-27T15:30:00'),
    number: '45/QĐ-UBND',
    dossierNumber: '000.00.21.H20-220725-0001',
    outcome: 'granted',
    title: 'Quyết định',
    about: 'Về việc cấp Giấy chứng nhận đăng ký hộ kinh doanh',
    legalBasis: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
      'Căn cứ Nghị định số 01/2021/NĐ-CP ngày 04 tháng 01 năm 2021 của Chính phủ',
    ],
    procedure,
    applicant,
    body: ['Cấp Giấy chứng nhận đăng ký hộ kinh doanh cho bà Nguyễn Thị Ngọc Ẩn theo đề nghị trong hồ sơ.'],
    details: [
      { label: 'Tên hộ kinh doanh', value: 'Hộ kinh doanh Ngọc Ẩn' },
      { label: 'Ngành, nghề kinh doanh', value: 'Bán lẻ hàng tạp hóa' },
    ],
    reasons: [],
    guidance: null,
    recipients: ['Bà Nguyễn Thị Ngọc Ẩn', 'Phòng Tài chính - Kế hoạch', 'Lưu: VT'],
    signer: { name: 'Nguyễn Văn Thành', title: 'Phó Chủ tịch', onBehalf: 'TM. Ủy ban nhân dân' },
  },
};
