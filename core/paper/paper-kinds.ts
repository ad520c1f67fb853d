/**
 * Every kind of paper, in the order an officer needs them. The key is the stem of the file's name and the name of a
 * template that takes its place (`to-trinh.docx`).
 */

interface PaperKindFacts {
  /** Sign of the kind in the paper's number (Nghị định 30/2020/NĐ-CP); null = papers of this kind bear no number. */
  readonly sign: string | null;
  /** Line of the settings table that gives the number. */
  readonly numberItem: string;
}

export const PAPER_KINDS = {
  'to-trinh': { sign: 'TTr', numberItem: 'Số tờ trình' },
  'bien-ban': { sign: 'BB', numberItem: 'Số biên bản' },
  'bien-ban-binh-xet': { sign: null, numberItem: 'Số biên bản bình xét' },
  'danh-sach': { sign: null, numberItem: 'Số danh sách' },
  'quyet-dinh': { sign: 'QĐ', numberItem: 'Số quyết định' },
  'bao-cao': { sign: 'BC', numberItem: 'Số báo cáo' },
  'nhiem-vu': { sign: null, numberItem: 'Số danh mục nhiệm vụ' },
  'thong-bao-tra': { sign: 'TB', numberItem: 'Số thông báo trả báo cáo' },
  'tra-loi': { sign: 'TB', numberItem: 'Số thông báo trả lời kiến nghị' },
  'phieu-cham': { sign: null, numberItem: 'Số phiếu chấm điểm' },
  'bao-cao-thanh-tich': { sign: null, numberItem: 'Số báo cáo thành tích' },
  'giao-uoc': { sign: null, numberItem: 'Số giao ước thi đua' },
  'dang-ky': { sign: null, numberItem: 'Số bản đăng ký thi đua' },
  'huong-dan': { sign: 'HD', numberItem: 'Số hướng dẫn' },
  'ke-hoach': { sign: 'KH', numberItem: 'Số kế hoạch' },
  'giay-khen': { sign: null, numberItem: 'Số giấy khen' },
  'giay-khen-phoi': { sign: null, numberItem: 'Số giấy khen in phôi' },
  'thong-bao': { sign: 'TB', numberItem: 'Số thông báo' },
  'loi-doc': { sign: null, numberItem: 'Số lời đọc' },
} as const satisfies Readonly<Record<string, PaperKindFacts>>;

export type PaperKind = keyof typeof PAPER_KINDS;
export const PAPER_KIND_NAMES = Object.keys(PAPER_KINDS) as readonly PaperKind[];
