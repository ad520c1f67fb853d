/** Files with personal data: the chair destroys their keys. The facts about them stay. */

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Fact } from '../../../core/share/fact.ts';
import type { Standing } from '../../../core/share/standing.ts';
import { tidyName } from '../../../core/share/tidy-name.ts';
import { type CarriedFile, carriedFiles, SEAL_WARNING } from '../../../session/share/sealing.ts';
import { Icon } from '../../icons.tsx';
import { TextField } from '../../text-field.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';

interface SealSectionProps {
  readonly standing: Standing;
  readonly busy: boolean;
  readonly onFact: (fact: Fact) => void;
}

export function SealSection({ standing, busy, onFact }: SealSectionProps) {
  const styles = usePaneStyles();
  const open = carriedFiles(standing).filter(({ sealed }) => sealed === null);
  if (open.length === 0) return null;
  return (
    <details>
      <summary>Niêm phong tệp có dữ liệu cá nhân</summary>
      <div className={styles.section}>
        <p className={styles.note}>
          <Icon name="warning" />
          {SEAL_WARNING}
        </p>
        <ul className={styles.list} aria-label="Tệp trong sổ chung">
          {open.map((carriedFile) => (
            <SealOne key={`${carriedFile.sha256} ${carriedFile.label}`} {...{ file: carriedFile, busy, onFact }} />
          ))}
        </ul>
      </div>
    </details>
  );
}

function SealOne({ file, busy, onFact }: Omit<SealSectionProps, 'standing'> & { readonly file: CarriedFile }) {
  const styles = usePaneStyles();
  const [typed, setTyped] = useState('');
  const reason = tidyName(typed);
  return (
    <li>
      <details>
        <summary>{file.label}</summary>
        <div className={styles.section}>
          <TextField
            label={`Lý do niêm phong ${file.label}`}
            value={typed}
            placeholder="Có tên từng hộ…"
            onType={setTyped}
          />
          <span>
            <Button
              size="small"
              disabled={busy || reason === ''}
              onClick={() => onFact({ kind: 'sealing', file: file.sha256, reason })}
            >
              Niêm phong, không mở lại được
            </Button>
          </span>
        </div>
      </details>
    </li>
  );
}
