/** Xếp loại: from how many percent of the points a unit is of which class, edited as steps. */

import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { exactNumber, readNumber } from '../../../core/dossier/words.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { RecordAct } from './record-act.tsx';

const useStyles = makeStyles({
  band: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 120px',
    gap: '8px',
    maxWidth: '560px',
    alignItems: 'end',
  },
});

interface ClassesSectionProps {
  readonly set: CriteriaSet;
  readonly isOwn: boolean;
}

export function ClassesSection({ set, isOwn }: ClassesSectionProps) {
  const styles = usePaneStyles();
  const { classification } = set;
  const [isEdited, setEdited] = useState(false);
  if (classification.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="classes-heading">
      <span className={styles.row}>
        <h2 id="classes-heading" className={styles.heading}>
          Xếp loại
        </h2>
        {isOwn ? (
          <Button size="small" aria-expanded={isEdited} onClick={() => setEdited(!isEdited)}>
            Sửa bậc xếp loại
          </Button>
        ) : null}
      </span>
      {isEdited ? (
        <ClassesForm set={set} onDone={() => setEdited(false)} />
      ) : (
        <ul className={styles.list}>
          {classification.map(({ code, name, from, noZeroCriterion }) => (
            <li key={code} className={styles.text}>
              {`${name}: ${from > 0 ? `từ ${formatNumber(from)} % điểm trở lên` : 'các mức điểm còn lại'}`}
              {noZeroCriterion ? ', không tiêu chí nào 0 điểm' : ''}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ClassesForm({ set, onDone }: { readonly set: CriteriaSet; readonly onDone: () => void }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { actions, session } = usePane();
  const [rows, setRows] = useState(() =>
    set.classification.map((band) => ({ band, name: band.name, from: exactNumber(band.from) })),
  );
  const [missing, setMissing] = useState<string | null>(null);
  const put = (at: number, typed: Partial<(typeof rows)[number]>) => {
    setMissing(null);
    setRows(rows.map((row, index) => (index === at ? { ...row, ...typed } : row)));
  };
  const save = async () => {
    const classification = rows.map(({ band, name, from }) => ({ ...band, name: name.trim(), from: readNumber(from) }));
    const wrong = classification.find(({ name, from }) => name === '' || from === null || from < 0 || from > 100);
    if (wrong) return setMissing(`“${wrong.name}”: ghi tên bậc và số phần trăm từ 0 đến 100.`);
    const bands = classification.map((band) => ({ ...band, from: band.from ?? 0 }));
    const { audience, phase } = set;
    const run = () => session.editClasses({ audience, phase }, { classification: bands });
    if (await actions.act('Đang ghi bậc xếp loại', run)) onDone();
  };
  return (
    <div className={styles.section}>
      {rows.map(({ band, name, from }, at) => (
        <div key={band.code} className={own.band}>
          <TextField label={`Bậc ${at + 1}`} value={name} onType={(value) => put(at, { name: value })} />
          <Field label="Từ (% điểm)">
            <Input
              inputMode="decimal"
              aria-label={`Bậc ${at + 1}: từ bao nhiêu phần trăm điểm`}
              value={from}
              onChange={(_, { value }) => put(at, { from: value })}
            />
          </Field>
        </div>
      ))}
      <RecordAct label="Ghi bậc xếp loại" who={null} isPrimary missing={missing} onRecord={() => void save()} />
    </div>
  );
}
