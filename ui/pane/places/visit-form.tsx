/** Writing down an inspection or an urging: day, unit, who, what, until when. */

import { useState } from 'react';
import { VISIT_NAME, type Visit } from '../../../core/commune/calendar/journal.ts';
import { formatDate, readDate } from '../../../core/sheet/grid/date.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { RecordAct } from './record-act.tsx';

const KINDS = Object.keys(VISIT_NAME) as Visit['kind'][];

export function VisitForm({ units, today }: { readonly units: readonly string[]; readonly today: string }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  // Days as they are typed: a date field shows them in the order of the browser's language, and 06/11 is read otherwise.
  const empty = { day: formatDate(today), kind: 'urging' as Visit['kind'], unit: '', who: '', what: '', until: '' };
  const [visit, setVisit] = useState(empty);
  const [missing, setMissing] = useState<string | null>(null);
  const type = (typed: Partial<typeof empty>) => {
    setMissing(null);
    setVisit({ ...visit, ...typed });
  };
  const send = async () => {
    if (visit.day.trim() === '' || visit.what.trim() === '') return setMissing('Hãy ghi ngày và nội dung.');
    const day = readDate(visit.day.trim());
    if (day === null) return setMissing('Ngày ghi dạng ngày/tháng/năm.');
    const until = visit.until.trim() === '' ? null : readDate(visit.until.trim());
    if (until === null && visit.until.trim() !== '') return setMissing('Thời hạn ghi dạng ngày/tháng/năm.');
    if (await actions.note(() => session.noteVisit({ ...visit, day, until, outcome: '' })))
      setVisit({ ...empty, who: visit.who, kind: visit.kind });
  };
  return (
    <details>
      <summary>Ghi kiểm tra, đôn đốc</summary>
      <div className={styles.section}>
        <div className={styles.fields}>
          <ChoiceField label="Đơn vị" value={visit.unit} onPick={(value) => type({ unit: value })}>
            <option value="">Các đơn vị</option>
            {units.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </ChoiceField>
          <ChoiceField label="Hình thức" value={visit.kind} onPick={(value) => type(kindOf(value))}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {VISIT_NAME[kind]}
              </option>
            ))}
          </ChoiceField>
          <TextField label="Ngày (ngày/tháng/năm)" value={visit.day} onType={(value) => type({ day: value })} />
          <TextField label="Thời hạn" value={visit.until} onType={(value) => type({ until: value })} />
        </div>
        <TextField label="Người thực hiện" value={visit.who} onType={(value) => type({ who: value })} />
        <TextField label="Nội dung" value={visit.what} onType={(value) => type({ what: value })} />
        <RecordAct label="Ghi vào sổ" who={null} missing={missing} onRecord={() => void send()} />
      </div>
    </details>
  );
}

function kindOf(text: string): Partial<Pick<Visit, 'kind'>> {
  const kind = KINDS.find((item) => item === text);
  return kind ? { kind } : {};
}
