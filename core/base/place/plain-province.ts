/** What stands before a province's name in portals, policies and papers; `Uỷ` and `Ủy` are one word. */
const BEFORE = /^(?:(?:UBND|(?:Uỷ|Ủy) ban nhân dân)\s+)?(?:tỉnh\s+|thành phố\s+|TP(?:\.\s*|\s+))/iu;

/** `UBND tỉnh An Giang` → `An Giang`, `TP.Huế` → `Huế`, in NFC; a name with nothing before it stays as it is. */
export function plainProvince(name: string): string {
  return name.normalize('NFC').trim().replace(BEFORE, '').trim();
}
