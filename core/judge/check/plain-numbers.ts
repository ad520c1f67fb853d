/**
 * Figures inside running text (a printed target): every way a Vietnamese or English hand may have meant them. For
 * comparing only.
 */

/** `Mục II.1`, `III.2.a`, `khoản 2 Điều 3`: where something is written is no figure. */
function withoutReferences(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])[IVX]{1,5}(?:[.)]\s?\d{1,2})+(?!\d)/gu, ' ')
    .replace(/(?<!\p{L})(?:mục|khoản|điều|điểm|phần|chương)\s+\d{1,3}(?:\.\d{1,3})*(?![\d%])/giu, ' ');
}

/** `Tối thiểu 80,5 %` → [80.5]; `1.500 lượt` → [1500, 1.5]. */
export function readPlainNumbers(text: string): readonly number[] {
  return (withoutReferences(text.slice(0, 400)).match(/\d+(?:[.,]\d+)*/g) ?? [])
    .flatMap((token) => {
      const readings = [Number(token.replace(/[.,]/g, '')), Number(token.replace(',', '.'))];
      if (!/[.,]/.test(token)) return readings.slice(0, 1);
      return /^\d{1,3}(?:[.,]\d{3})+$/.test(token) ? readings : readings.slice(1);
    })
    .filter((value) => Number.isFinite(value));
}
