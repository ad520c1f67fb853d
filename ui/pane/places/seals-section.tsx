/**
 * The last seals, to be copied into the minutes, and a field that compares a seal from the minutes with the present
 * log.
 */

import { useState } from 'react';
import type { Ancestry } from '../../../core/council/ancestry.ts';
import { findSeal, sealSentence } from '../../../core/council/last-seal.ts';
import { Icon, type IconName } from '../../icons.tsx';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function SealsSection() {
  const styles = usePaneStyles();
  const { workspace } = usePane().state;
  const [typed, setTyped] = useState('');
  if (workspace === null) return null;
  const [icon, text] = compared(workspace.log, workspace.votes, typed);
  return (
    <details>
      <summary>Dấu vết để ghi biên bản</summary>
      <div className={styles.section} style={{ paddingTop: 8 }}>
        <p className={styles.text} style={{ userSelect: 'text' }}>
          {sealSentence(workspace.log, workspace.votes)}
        </p>
        <p className={styles.quiet}>
          Dấu vết không phải chữ ký: ai giữ tệp này đều viết lại được cả sổ. Chỉ khi dấu vết đã ghi ở nơi khác (biên
          bản, tin nhắn, bản sao), việc cắt bớt hay viết lại sổ mới lộ ra.
        </p>
        <TextField
          label="Đối chiếu dấu vết trong biên bản"
          hint="Chép ít nhất 12 ký tự đầu"
          value={typed}
          onType={setTyped}
        />
        <div role="status">
          {text === '' ? null : (
            <span className={styles.note}>
              <Icon name={icon} />
              {text}
            </span>
          )}
        </div>
      </div>
    </details>
  );
}

function compared(
  decisions: readonly Ancestry[],
  votes: readonly Ancestry[],
  typed: string,
): readonly [IconName, string] {
  if (typed.trim() === '') return ['info', ''];
  for (const [name, log] of [
    ['Sổ quyết định', decisions],
    ['Sổ biểu quyết', votes],
  ] as const) {
    const found = findSeal(log, typed);
    if (found.kind === 'unreadable') return ['info', 'Dấu vết gồm các chữ số 0–9 và chữ a–f, ít nhất 12 ký tự.'];
    if (found.kind === 'held') {
      const since = found.after === 0 ? 'và là dòng cuối' : `sau đó có thêm ${found.after} dòng`;
      return ['done', `${name} còn nguyên đến dòng số ${found.seq}, ${since}.`];
    }
  }
  return ['error', 'Không có dấu vết này trong sổ: sổ đã bị cắt bớt hoặc viết lại từ sau biên bản đó.'];
}
