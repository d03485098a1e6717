import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';

/**
 * What each paper says, frozen when it is produced. Fields follow the forms of TT 01/2018/TT-VPCP as read from
 * templates in use (regulation §1.4); the forms of TT 03/2025/TT-VPCP carry the same data (§2.1).
 * Plain JSON: strings that are empty or null are left out of the paper.
 */
export interface PaperHead {
  /** The line above the office: usually the people's committee it belongs to; null when there is none. */
  readonly superior: string | null;
  readonly office: string;
  /** Place before the date: 'Châu Thành'. */
  readonly place: string;
  readonly issuedAt: Instant;
  /** Papers of a demo installation say so on every page. */
  readonly demo: boolean;
  /** Paper of a training dossier: it says on every page that it is worth nothing. Absent on all others. */
  readonly training?: boolean;
  /** Signed address in the QR code; null for none. */
  readonly link: string | null;
}

export interface PaperParty {
  readonly name: string;
  readonly idNumber: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface PaperProcedure {
  readonly code: string;
  readonly name: string;
}

export interface PaperRow {
  readonly name: string;
  readonly originals: number;
  readonly certifiedCopies: number;
  readonly photocopies: number;
  /** 'xuất trình', the reason it is asked for, … */
  readonly note: string | null;
}

export interface PaperOfficer {
  readonly name: string;
  readonly title: string;
}

/** Form 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export interface ReceiptContent extends PaperHead {
  readonly dossierNumber: string;
  readonly applicant: PaperParty;
  readonly otherApplicants: readonly string[];
  readonly authorised: PaperParty | null;
  /** Channel in words: 'trực tiếp', 'bưu chính công ích', 'nộp hộ'. */
  readonly channel: string;
  readonly procedure: PaperProcedure;
  readonly caseName: string | null;
  /** Owner of the dossier when it is somebody else. */
  readonly owner: { readonly name: string; readonly address: string | null } | null;
  /** '8.000 đồng', 'Miễn phí'. */
  readonly fee: string | null;
  readonly feeMethod: string | null;
  readonly papers: readonly PaperRow[];
  readonly sets: number;
  /** Time limit in words: '05 ngày làm việc'. */
  readonly limit: string;
  readonly receivedAt: Instant;
  /** Null when the law names no time limit. */
  readonly dueAt: Instant | null;
  /** Address and telephone for looking the dossier up. */
  readonly lookup: string | null;
  readonly returnBy: 'counter' | 'post' | 'online';
  readonly returnPlace: string;
  readonly returnAddress: string | null;
  readonly note: string | null;
  /** Who handed the dossier in and signs. */
  readonly submitterName: string;
  readonly receiver: PaperOfficer;
}

/** Form 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
export interface CompletionRequestContent extends PaperHead {
  /** '12/HDHS'. */
  readonly number: string;
  /** Null before acceptance. */
  readonly dossierNumber: string | null;
  readonly applicant: PaperParty;
  readonly procedure: PaperProcedure;
  /** Where the dossier was when it was asked for: 'Kiểm tra trước khi tiếp nhận'. Absent in 2018. */
  readonly stage?: string | null;
  readonly papers: readonly PaperRow[];
  readonly reasons: readonly string[];
  readonly basis: string | null;
  readonly respondBy: CivilDate | null;
  /** Officer, telephone, address of the web site, as one phrase after 'liên hệ'. */
  readonly contact: string;
  readonly officer: PaperOfficer;
}

/** Form 03: Phiếu từ chối tiếp nhận, giải quyết hồ sơ. */
export interface RefusalContent extends PaperHead {
  readonly number: string;
  readonly dossierNumber: string | null;
  readonly applicant: PaperParty;
  readonly procedure: PaperProcedure;
  readonly reasons: readonly string[];
  readonly basis: string | null;
  /** What can be done now. */
  readonly guidance: string | null;
  readonly contact: string;
  readonly submitterName: string;
  readonly officer: PaperOfficer;
}

export interface PaperHandOver {
  readonly from: string;
  readonly handedBy: string | null;
  readonly to: string;
  readonly receivedBy: string | null;
  /** Null while the receiving side has not confirmed. */
  readonly at: Instant | null;
  readonly timeliness: 'early' | 'on-time' | 'late' | null;
  readonly note: string | null;
}

export interface PaperResultHandOver {
  readonly from: string;
  readonly handedBy: string | null;
  readonly to: string;
  readonly receivedBy: string | null;
  readonly at: Instant | null;
  readonly result: string;
  readonly note: string | null;
}

/** Form 05 (2018) / 06 (2025): Phiếu kiểm soát quá trình giải quyết hồ sơ. */
export interface ControlSlipContent extends PaperHead {
  readonly dossierNumber: string;
  readonly applicant: PaperParty;
  readonly owner: { readonly name: string; readonly address: string | null } | null;
  readonly procedure: PaperProcedure;
  readonly receivedAt: Instant;
  readonly limit: string;
  /** Null when the law names no time limit. */
  readonly dueAt: Instant | null;
  readonly papers: readonly PaperRow[];
  readonly sets: number;
  readonly handOvers: readonly PaperHandOver[];
  readonly resultHandOvers: readonly PaperResultHandOver[];
}

/** The decision on a dossier: what is granted, or why it is refused. Layout of NĐ 30/2020/NĐ-CP. */
export interface ResultContent extends PaperHead {
  /** '45/QĐ-UBND'. */
  readonly number: string;
  readonly dossierNumber: string;
  readonly outcome: 'granted' | 'refused';
  /** 'Quyết định', 'Thông báo', … */
  readonly title: string;
  /** 'Về việc …'. */
  readonly about: string | null;
  readonly legalBasis: readonly string[];
  readonly procedure: PaperProcedure;
  readonly applicant: PaperParty;
  readonly body: readonly string[];
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** Why it is refused; empty when granted. */
  readonly reasons: readonly string[];
  readonly guidance: string | null;
  readonly recipients: readonly string[];
  readonly signer: PaperSigner;
}

/** Who signs, and for whom: 'TM. Ủy ban nhân dân', 'KT. Chủ tịch', or null in their own right. */
export interface PaperSigner extends PaperOfficer {
  readonly onBehalf: string | null;
}

/** Form 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả (2025: Văn bản xin lỗi và đề nghị gia hạn). */
export interface ApologyContent extends PaperHead {
  /** '02/XL'. */
  readonly number: string;
  readonly dossierNumber: string;
  readonly applicant: PaperParty;
  readonly procedure: PaperProcedure;
  readonly receivedAt: Instant;
  /** The date that was promised and cannot be kept. */
  readonly dueAt: Instant;
  readonly handlingOffice: string;
  readonly reasons: readonly string[];
  readonly newDate: Instant;
  /** Which extension this is, and how many there may be. Absent in 2018. */
  readonly extensions?: string | null;
  readonly returnPlace: string;
  readonly contact: string;
  readonly signer: PaperSigner;
}

/** Form 05 of 2025: Thông báo dừng giải quyết hồ sơ; in 2018 a letter of the agency. */
export interface StopNoticeContent extends PaperHead {
  readonly number: string;
  /** Null before acceptance. */
  readonly dossierNumber: string | null;
  readonly applicant: PaperParty;
  readonly procedure: PaperProcedure;
  /** Null before acceptance. */
  readonly receivedAt: Instant | null;
  /** Where the dossier was when it was stopped: 'Thụ lý hồ sơ (Phòng Tư pháp)'. */
  readonly stage: string | null;
  readonly basis: string;
  readonly reasons: readonly string[];
  /** What becomes of the fee that was paid; null when none was. */
  readonly fee: string | null;
  readonly guidance: string | null;
  readonly contact: string;
  readonly signer: PaperSigner;
}

/** Thông báo thực hiện nghĩa vụ tài chính: what is to be paid before the dossier goes on. */
export interface PaymentNoticeContent extends PaperHead {
  readonly number: string;
  readonly dossierNumber: string;
  readonly applicant: PaperParty;
  readonly procedure: PaperProcedure;
  /** '350.000 đồng'. */
  readonly amount: string;
  readonly amountInWords: string;
  readonly basis: string;
  readonly reasons: readonly string[];
  readonly contact: string;
  readonly officer: PaperOfficer;
}

/** A line of what was paid; amounts are whole đồng. */
export interface PaperFeeLine {
  readonly what: string;
  /** '2', '10 trang × 3 bản'. */
  readonly quantity: string;
  readonly amount: number;
  /** The rule or resolution that says so. */
  readonly basis: string | null;
}

/** Biên lai thu phí, lệ phí: what NĐ 123/2020/NĐ-CP Điều 38 asks a receipt to say. */
export interface CashReceiptContent extends PaperHead {
  /** '0000123/2022': counted for each one-stop and year. */
  readonly number: string;
  readonly dossierNumber: string;
  readonly payer: { readonly name: string; readonly address: string | null };
  readonly procedure: PaperProcedure;
  readonly lines: readonly PaperFeeLine[];
  /** What is not asked for, and of whom. */
  readonly exemption: { readonly name: string; readonly amount: number } | null;
  readonly total: number;
  /** 'năm mươi nghìn đồng'. */
  readonly totalInWords: string;
  readonly method: 'cash' | 'transfer';
  readonly paidAt: Instant;
  readonly officer: PaperOfficer;
}

/** Phiếu trả lại tiền: what of a receipt went back, and what remains of it. */
export interface GiveBackSlipContent extends PaperHead {
  /** '0000012/2022': counted for each one-stop and year. */
  readonly number: string;
  readonly receiptNumber: string;
  readonly dossierNumber: string;
  readonly payer: { readonly name: string; readonly address: string | null };
  readonly procedure: PaperProcedure;
  readonly reason: string;
  readonly paid: number;
  readonly givenBackBefore: number;
  readonly amount: number;
  readonly amountInWords: string;
  readonly remains: number;
  readonly method: 'cash' | 'transfer';
  readonly givenAt: Instant;
  readonly officer: PaperOfficer;
}

/** Lời chứng: what is printed on each certified document, or bound with it; signed by hand. */
export interface CertificationWordsContent extends PaperHead {
  readonly dossierNumber: string;
  readonly items: readonly {
    readonly heading: string;
    /** Null where the heading says it all. */
    readonly text: string | null;
    readonly document: string | null;
    readonly number: string;
    /** Quyển số, as the book is labelled. */
    readonly book: string;
    readonly enteredAt: Instant;
  }[];
}

/** A certified copy as a file: the words, then the scan of the copy. */
export interface ElectronicCopyContent extends CertificationWordsContent {
  /** In their order; named by their content, so that the signature covers them. */
  readonly scans: readonly { readonly sha256: string; readonly mediaType: string }[];
}

export interface PaperContents {
  readonly 'electronic-copy': ElectronicCopyContent;
  readonly 'certification-words': CertificationWordsContent;
  readonly 'give-back-slip': GiveBackSlipContent;
  readonly 'cash-receipt': CashReceiptContent;
  readonly receipt: ReceiptContent;
  readonly 'completion-request': CompletionRequestContent;
  readonly refusal: RefusalContent;
  readonly 'control-slip': ControlSlipContent;
  readonly result: ResultContent;
  readonly apology: ApologyContent;
  readonly 'stop-notice': StopNoticeContent;
  readonly 'payment-notice': PaymentNoticeContent;
}

export type PaperPurpose = keyof PaperContents;
export type PaperContent = PaperContents[PaperPurpose];
export type Regime = '2018' | '2025';

/** Why a paper is void: a code, because it stays when the content is erased. The words are in the history. */
export type VoidReason = 'taken-back' | 'annulled' | 'replaced' | 'given-back' | 'miswritten';
