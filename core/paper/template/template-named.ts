/** Which paper a province's own .docx takes the place of: its name says it. */
import { PAPER_KINDS, type PaperKind } from '../paper.ts';

/** `To-Trinh.docx` → `to-trinh`; otherwise a Vietnamese sentence on how such a file has to be called. */
export function templateNamed(file: string): { readonly kind: PaperKind } | { readonly told: string } {
  const kind = PAPER_KINDS.find((one) => `${one}.docx` === file.normalize('NFC').toLowerCase());
  if (kind) return { kind };
  return { told: `"${file}" không dùng: tên tệp phải là ${PAPER_KINDS.map((one) => `${one}.docx`).join(', ')}.` };
}
