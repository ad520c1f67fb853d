/** Which paper a province's own .docx takes the place of: its name says it. */
import { PAPER_KIND_NAMES, type PaperKind } from '../paper-kinds.ts';

/** `To-Trinh.docx` → `to-trinh`; otherwise a Vietnamese sentence on how such a file has to be called. */
export function templateNamed(file: string): { readonly kind: PaperKind } | { readonly problem: string } {
  const kind = PAPER_KIND_NAMES.find(
    (paperKindName) => `${paperKindName}.docx` === file.normalize('NFC').toLowerCase(),
  );
  if (kind) return { kind };
  return {
    problem: `"${file}" không dùng: tên tệp phải là ${PAPER_KIND_NAMES.map((paperKindName) => `${paperKindName}.docx`).join(', ')}.`,
  };
}
