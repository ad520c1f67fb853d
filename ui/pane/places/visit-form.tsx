/** Writing down an inspection or an urging: day, unit, who, what, until when. */
import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { VISIT_NAME, type Visit } from '../../../core/commune/calendar/journal.ts';
import { formatDate, readDate } from '../../../core/sheet/grid/date.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { SendRow } from './send-row.tsx';

const KINDS = Object.keys(VISIT_NAME) as Visit['kind'][];

export function VisitForm({ units, today }: { readonly units: readonly string[]; readonly today: string }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  // Days as they are typed: a date field shows them in the order of the browser's language, and 06/11 is read otherwise.
  const empty = { day: formatDate(today), kind: 'urging' as Visit['kind'], unit: '', who: '', what: '', until: '' };
  const [visit, setVisit] = useState(empty);
  const [missing, setMissing] = useState('');
  const type = (typed: Partial<typeof empty>) => {
    setMissing('');
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
          <Field label="Đơn vị">
            <Select value={visit.unit} onChange={(_, { value }) => type({ unit: value })}>
              <option value="">Các đơn vị</option>
              {units.map((unit) => (
                <option key={unit}>{unit}</option>
              ))}
            </Select>
          </Field>
          <Field label="Hình thức">
            <Select value={visit.kind} onChange={(_, { value }) => type(kindOf(value))}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {VISIT_NAME[kind]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Ngày (ngày/tháng/năm)">
            <Input value={visit.day} onChange={(_, { value }) => type({ day: value })} />
          </Field>
          <Field label="Thời hạn">
            <Input value={visit.until} onChange={(_, { value }) => type({ until: value })} />
          </Field>
        </div>
        <Field label="Người thực hiện">
          <Input value={visit.who} onChange={(_, { value }) => type({ who: value })} />
        </Field>
        <Field label="Nội dung">
          <Input value={visit.what} onChange={(_, { value }) => type({ what: value })} />
        </Field>
        <SendRow label="Ghi vào sổ" missing={missing} onSend={() => void send()} />
      </div>
    </details>
  );
}

function kindOf(text: string): Partial<Pick<Visit, 'kind'>> {
  const kind = KINDS.find((one) => one === text);
  return kind ? { kind } : {};
}
