/** Evidence beside the report: a criterion, the files for it, what is on its way and what the commune has. */

import { MOST_EVIDENCE_BYTES } from '../core/report/evidence/evidence-file.ts';
import { evidenceKind } from '../core/report/evidence/evidence-kind.ts';
import type { FormPage } from '../session/hand-in/form-items.ts';
import { newEvidenceSending, type WaitingEvidence } from '../session/hand-in/send-evidence.ts';
import type { askLink, Receipt } from '../session/share/hand-in.ts';
import { element } from '../ui/element.ts';
import type { LinkStore } from './link-store.ts';
import { receivedAt } from './receipt.ts';

interface EvidenceOf {
  readonly door: Parameters<typeof askLink>[0];
  readonly store: LinkStore;
  readonly page: FormPage;
  readonly receipts: readonly Receipt[];
  /** Milliseconds after which what waits is tried again. */
  readonly again: number;
}

export function evidenceView({ door, store, page, receipts, again }: EvidenceOf): HTMLElement {
  const says = element('p', { role: 'status' });
  const list = element('ul');
  const show = ({ criterion, name, at }: Receipt) =>
    list.append(element('li', {}, `Tiêu chí ${criterion}: ${name}, xã nhận lúc ${receivedAt(at)}`));
  for (const receipt of receipts) if (receipt.criterion !== null) show(receipt);
  const sending = newEvidenceSending(door, {
    waiting: store.waitingEvidence,
    keep: store.keepEvidence,
    forget: store.forgetEvidence,
    say: (text) => says.replaceChildren(text),
    arrived: show,
    later: (work) => void setTimeout(work, again),
  });
  addEventListener('online', () => void sending.resume());
  void sending.resume();
  const lines = page.items.flatMap((item) => (item.kind === 'line' ? [item] : []));
  const choice = element(
    'select',
    { id: 'tieu-chi' },
    ...lines.map(({ code, title }) => element('option', { value: code }, `${code}. ${title}`)),
  );
  const refused = element('ul', { class: 'doubt' });
  const take = async () => {
    const criterion = choice.value;
    const good: WaitingEvidence[] = [];
    refused.replaceChildren();
    for (const file of input.files ?? []) {
      const { name, size } = file;
      const bytes = size > MOST_EVIDENCE_BYTES ? null : new Uint8Array(await file.arrayBuffer());
      const kind = bytes && evidenceKind(name, bytes);
      if (bytes && kind?.ok) good.push({ name, bytes, criterion });
      else refused.append(element('li', {}, `${name}: ${kind && !kind.ok ? kind.refusal.message : TOO_LARGE}`));
    }
    input.value = '';
    if (good.length > 0) await sending.add(good);
  };
  const input = element('input', {
    ...{ type: 'file', id: 'minh-chung', multiple: true, accept: '.pdf,.jpg,.jpeg,.png,.docx,.xlsx' },
    change: () => void take(),
  });
  return element(
    'div',
    {},
    element('label', { for: 'tieu-chi' }, 'Tiêu chí'),
    choice,
    element('label', { for: 'minh-chung' }, 'Tệp minh chứng (.pdf, .jpg, .png, .docx, .xlsx, đến 20 MB)'),
    input,
    refused,
    says,
    list,
  );
}

const TOO_LARGE = 'lớn hơn 20 MB: hãy tách tệp, hoặc nộp tại xã.';
