/** The documents a plan rests on, as its opening cites them. */
import { findDate } from '../../sheet/grid/date.ts';

interface LegalBasis {
  /** `112/KH-UBND`; the name of a law that is cited without its number. */
  readonly number: string;
  /** ISO day. */
  readonly date: string | null;
  /** `UBND tỉnh Ninh Bình`; '' = the plan does not say. */
  readonly issuer: string;
  /** The plan's words for the document, from its kind on. */
  readonly text: string;
}

const KIND = String.raw`\p{Lu}[\p{L} ]{2,40}`;
const NUMBERED = String.raw`${KIND} số (?<number>\d{1,5} ?[-/] ?[^\s,;]{1,30}(?:(?<=-) \p{Lu}[\p{L}-]*)?)`;
/** Not the law another document is about: "một số điều của Luật …". */
const LAW = String.raw`(?<!(?:của|thi hành|hướng dẫn|các|sửa đổi) )(?<law>(?:Bộ luật|Luật|Pháp lệnh) (?=\p{Lu})(?:(?! (?:ngày|năm|số) |, (?:Luật|Bộ luật|UBND|Ủy ban|Uỷ ban)|[,;] căn cứ )[^;.(]){3,90})`;
/** A basis ends where the next begins. */
const NEXT = String.raw`(?:,| và) (?:căn cứ )?${KIND} số \d|(?:,| và) (?:Luật|Bộ luật) \p{Lu}`;
const BASIS = new RegExp(`(?:${NUMBERED}|${LAW})(?:(?!${NEXT})[^;])*`, 'gu');
/** `Căn cứ`, `Tiếp tục thực hiện`: how it is cited. */
const CITES =
  /^(?:(?:Căn cứ|Thực hiện|Tiếp tục|Triển khai|Theo|Xét|Trên cơ sở|Xã hội tại|thực hiện|triển khai|vào|các|nội dung|tinh thần|đề nghị của|tại|của) )+(?=\p{Lu})/u;
/** Who issues the plan stands behind the last of them. */
const ISSUES =
  /[,.] (?=(?:UBND|HĐND|Ủy ban|Uỷ ban|Đảng ủy|Đảng uỷ|Ban|Hội|Đoàn|Trường|Trạm|Công an|Chi bộ|Phòng) .{2,60} (?:ban hành|xây dựng|tổ chức|phát động|triển khai))[\s\S]*$/u;
const ISSUER =
  /^.{0,60}? của (?<issuer>\p{Lu}.{2,90}?)(?= (?:về|ban hành|quy định|phê duyệt|hướng dẫn|triển khai|phát động|tổ chức|giao|năm|giai đoạn)(?!\p{L})|[,;:(“]|$)/u;
/** "đề nghị của Phòng Kinh tế tại Tờ trình số …": who proposes. */
const PROPOSES = /^(?<issuer>\p{Lu}.{2,60}) tại (?=\p{Lu}[\p{L} ]{2,30} số )/u;
const LAW_NUMBER = / số (\d{1,3}\/\d{4}\/[^\s,;]{2,10})/u;
const LONGEST = 600;

/** `bases` = the words between the title and the first part. */
export function legalBasesIn(bases: string): readonly LegalBasis[] {
  return [...bases.matchAll(BASIS)].map((found): LegalBasis => {
    const { law } = found.groups ?? {};
    const number = found.groups?.number ?? LAW_NUMBER.exec(found[0])?.[1];
    const text = found[0]
      .trim()
      .slice(0, LONGEST)
      .replace(CITES, '')
      .replace(ISSUES, '')
      .replace(/[\s.,:]+$/, '');
    const proposer = PROPOSES.exec(text)?.groups?.issuer;
    const behind = text.slice(text.indexOf(number ?? law ?? '') + (number ?? law ?? '').length);
    return {
      number: number === undefined ? (law ?? '').trim() : number.replace(/ /g, '').replace(/[.,;]+$/, ''),
      date: findDate(text)?.date ?? null,
      issuer: law === undefined ? (proposer ?? ISSUER.exec(behind)?.groups?.issuer ?? '').trim() : 'Quốc hội',
      text,
    };
  });
}
