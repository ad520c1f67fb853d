/** A file as the unit has it: looked through by the commune's own checks before it is handed in. */
import type { Movement } from '../core/movement/movement.ts';
import { LARGEST_FILE } from '../core/share/named-bytes.ts';
import { type FormDoubt, review } from '../session/hand-in/review.ts';
import type { LinkState } from '../session/share/hand-in.ts';
import { element } from '../ui/element.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function fileView(
  movement: Movement,
  state: LinkState,
  submit: (name: string, bytes: Uint8Array, doubts: readonly FormDoubt[]) => void,
): HTMLElement {
  const found = element('div', { role: 'status' });
  const take = async () => {
    const file = input.files?.[0];
    found.replaceChildren();
    if (!file) return;
    if (file.size > LARGEST_FILE) {
      found.replaceChildren(
        element('p', { class: 'doubt' }, 'Tệp lớn hơn 5 MB: hãy bỏ bớt ảnh trong tệp rồi chọn lại.'),
      );
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const looked = review(bytes, movement, state);
    if (!looked.ok) {
      found.replaceChildren(element('p', { class: 'doubt' }, looked.refusal.message));
      return;
    }
    const list = looked.value.map(({ cell, message }) =>
      element('li', {}, `${cell === null ? '' : `Ô ${cell}: `}${message}`),
    );
    found.replaceChildren(
      element('p', {}, list.length === 0 ? 'Không còn chỗ nào phải xem lại.' : `Còn ${list.length} chỗ phải xem lại:`),
      element('ul', {}, ...list),
      element(
        'button',
        { type: 'button', class: 'main', click: () => submit(file.name, bytes, looked.value) },
        'Nộp tệp này',
      ),
    );
  };
  const input = element('input', { type: 'file', id: 'tep', accept: `.xlsx,${XLSX}`, change: () => void take() });
  return element(
    'section',
    {},
    element('label', { for: 'tep' }, 'Tệp Excel (.xlsx) của đơn vị'),
    input,
    element('p', { class: 'faint' }, 'Chỉ nộp biểu báo cáo; sổ theo dõi có tên từng hộ để lại ở đơn vị.'),
    found,
  );
}
