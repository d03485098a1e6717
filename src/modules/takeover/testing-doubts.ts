import type { Cells } from './testing.ts';

/** What is changed in a row without doubt, and a doubt that it must have: severity, column, code. */
type Input = readonly [Cells, string];

export const waits: Cells = { state: 'Chờ bổ sung', since: '22/07/2022', 'waiting-for': 'Hợp đồng' };
export const pays: Cells = {
  state: 'chờ nộp tiền',
  since: '22/07/2022',
  'waiting-for': 'Thuế',
  amount: '50.000',
};
export const ready: Cells = {
  state: 'chờ trả kết quả',
  'result-number': '15/GCN',
  'result-day': '22/07/2022',
};

/** Seen in the row alone. */
export const inOneRow: readonly Input[] = [
  [{ number: '' }, 'error number number-missing'],
  [{ number: 'chưa có số' }, 'error number number-wrong'],
  [{ number: 'THU-7K3M-QX2P' }, 'error number number-wrong'],
  [{ procedure: '' }, 'error procedure procedure-missing'],
  [{ 'applicant-kind': 'ai đó' }, 'error applicant-kind kind-unknown'],
  [{ name: '' }, 'error name name-missing'],
  [{ name: 'NGUYỄN THỊ MẪU' }, 'warning name name-capitals'],
  [{ name: 'Nguyễn Thị 5' }, 'warning name name-odd'],
  [{ 'id-number': '' }, 'warning id-number id-missing'],
  [{ 'id-number': '87188004512' }, 'error id-number id-zero-lost'],
  [{ 'id-number': '12345' }, 'error id-number id-wrong'],
  [{ 'id-number': '099188004512' }, 'warning id-number id-unknown-place'],
  [{ 'birth-date': '12/03/1990' }, 'warning id-number id-birth-year-differs'],
  [{ 'birth-date': '31/02/1988' }, 'error birth-date date-unreadable'],
  [{ 'birth-date': '12/03/2030' }, 'error birth-date born-in-future'],
  [{ 'applicant-kind': 'tổ chức', 'id-number': '' }, 'warning id-number tax-code-missing'],
  [{ 'applicant-kind': 'tổ chức', 'id-number': '0100109107' }, 'warning id-number tax-code-wrong'],
  [{ address: '' }, 'error address address-missing'],
  [{ phone: '12345' }, 'warning phone phone-wrong'],
  [{ 'authorised-id': '087188004512' }, 'error authorised-name authorised-unnamed'],
  [{ 'authorised-name': 'Lê Văn Tám' }, 'warning authorised-id id-missing'],
  [{ received: '' }, 'error received received-missing'],
  [{ received: '21/07/22' }, 'error received date-unreadable'],
  [{ received: '21/07/2022 25:00' }, 'error received date-unreadable'],
  [{ received: '21/07/2022' }, 'note received received-without-time'],
  [{ received: '26/07/2022 08:00', due: '29/07/2022' }, 'error received received-in-future'],
  [{ received: '23/07/2022 08:00' }, 'warning received received-on-day-off'],
  [{ due: '' }, 'warning due due-missing'],
  [{ due: '20/07/2022' }, 'error due due-before-received'],
  [{ received: '18/07/2022 08:00', due: '21/07/2022' }, 'note due late-already'],
  [{ received: '18/01/2022 08:00', due: '21/01/2022' }, 'warning due long-late'],
  [{ state: '' }, 'error state state-missing'],
  [{ state: 'đang bay' }, 'error state word-unknown'],
  [{ state: 'Đã trả kết quả' }, 'error state not-open'],
  [{ ...waits, since: '' }, 'error since needed-in-state'],
  [{ ...waits, since: '30/07/2022' }, 'error since time-impossible'],
  [{ ...waits, since: '01/07/2022' }, 'error since time-impossible'],
  [{ ...waits, 'waiting-for': '' }, 'warning waiting-for waiting-for-missing'],
  [{ ...pays, amount: '' }, 'error amount needed-in-state'],
  [{ ...pays, amount: '0' }, 'error amount needed-in-state'],
  [{ ...pays, amount: '50.5' }, 'error amount amount-unreadable'],
  [{ ...ready, 'result-number': '' }, 'error result-number needed-in-state'],
  [{ 'result-number': '15' }, 'warning result-number does-not-fit-state'],
  [{ 'fee-paid': 'nhiều' }, 'error fee-paid amount-unreadable'],
  [{ papers: 'ba' }, 'error papers count-unreadable'],
  [{ channel: 'bồ câu' }, 'error channel word-unknown'],
  [{ return: 'bồ câu' }, 'error return word-unknown'],
  [{ notes: 'x'.repeat(5001) }, 'error notes too-long'],
];

/** Seen when the row is compared with the catalogue, the places, the offices and their people. */
export const againstWhatIsKnown: readonly Input[] = [
  [{ procedure: '9.999999' }, 'error procedure procedure-unknown'],
  [{ case: '' }, 'error case case-needed'],
  [{ case: 'Trường hợp lạ' }, 'error case case-unknown'],
  [{ due: '29/07/2022' }, 'warning due due-differs'],
  [{ office: 'Phòng Không Có' }, 'error office office-unknown'],
  [{ office: 'Phòng Tư pháp' }, 'error office office-not-in-process'],
  [{ office: '' }, 'warning office office-missing'],
  [{ step: 'Bước lạ' }, 'error step step-unknown'],
  [{ person: 'Trần Không Ai' }, 'warning person person-unknown'],
  [{ state: 'chờ chuyển' }, 'warning office does-not-fit-state'],
  [{ address: 'Ấp 1, xã Không Có, huyện Châu Thành, tỉnh Đồng Tháp' }, 'warning address place-unknown'],
  [{ number: '000.00.11.H20-220720-0003' }, 'note number moves-series'],
  [{ number: '000.00.11.H20-220720-0003' }, 'warning number number-of-other-day'],
  [{ number: '000.00.11.H20-300101-0003' }, 'error number number-in-future'],
];
