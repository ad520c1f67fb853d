/** The council's answer to an appeal, with the points it sets where it sets any. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import { APPEAL_NAMES, type AppealState } from '../../../core/commune/calendar/appeal.ts';
import { formatDate, readDate } from '../../../core/sheet/grid/date.ts';
import { LongTextField } from '../../long-text-field.tsx';
import { TextField } from '../../text-field.tsx';
import { typedPoints } from '../decision-wanted.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { RecordAct } from './record-act.tsx';

export const NO_DAY = 'Ngày ghi dạng ngày/tháng/năm.';

export function nameOfAppeal({ appeal: { kind, unit, criterion } }: AppealState): string {
  return `${APPEAL_NAMES[kind]} · ${unit}${criterion === '' ? '' : ` · tiêu chí ${criterion}`}`;
}

/** In Vietnam, as what came by the units' links is dated. */
export function today(): string {
  return formatDate(hanoiTime(new Date()).slice(0, 10));
}

export function AppealAnswer({ state: { appeal, now } }: { readonly state: AppealState }) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [points, setPoints] = useState('');
  const [day, setDay] = useState(today);
  const [missing, setMissing] = useState<string | null>(null);
  const { who } = state.texts;
  const { unit, criterion } = appeal;
  const send = async () => {
    const read = readDate(day.trim());
    const decided = points.trim() === '' ? null : typedPoints(points);
    if (read === null) return setMissing(NO_DAY);
    if (text.trim() === '') return setMissing('Hãy ghi nội dung trả lời.');
    if (who.trim() === '') return setMissing('Hãy ghi họ tên người quyết định.');
    if (points.trim() !== '' && decided === null)
      return setMissing('Điểm ghi bằng số, nhiều nhất hai chữ số thập phân.');
    setMissing(null);
    const decision = {
      unit,
      criterion,
      flag: null,
      kind: 'adjust',
      points: decided,
      reason: text.trim(),
      who,
    } as const;
    if (decided !== null && !(await actions.note(() => session.decide(decision)))) return;
    await actions.note(() => session.noteAppeal({ kind: 'answer', day: read, unit, criterion, text, who }));
  };
  if (!isOpen)
    return (
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          Trả lời…
        </Button>
      </div>
    );
  return (
    <div className={styles.section}>
      <TextField label="Ngày trả lời (ngày/tháng/năm)" value={day} onType={setDay} />
      {criterion === '' ? (
        <p className={styles.quiet}>Muốn đổi điểm thì quyết định từng tiêu chí ở “Cần xem” trước, rồi trả lời.</p>
      ) : (
        <TextField
          label={`Điểm mới của tiêu chí ${criterion} (để trống: giữ ${now === null ? 'như đang tính' : formatPoints(now)})`}
          inputMode="decimal"
          value={points}
          onType={setPoints}
        />
      )}
      <LongTextField label="Nội dung trả lời" value={text} onType={setText} />
      <RecordAct label="Ghi trả lời" who="who" missing={missing} onRecord={() => void send()} />
    </div>
  );
}
