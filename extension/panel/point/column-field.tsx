/**
 * One column: which indicator it is, how its figures are read (shown on her own cell), its maximum where only she knows
 * it.
 */
import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ColumnProposal } from '../../../core/portal/capture/taught-reader/propose.ts';
import { type ColumnAnswer, type ColumnReading, KNOWN, NOT_TAKEN, OWN_NAME, readingsOf } from './answers.ts';
import { shortened } from './table-list.tsx';

interface Props {
  readonly proposal: ColumnProposal;
  readonly answer: ColumnAnswer;
  readonly onAnswer: (answer: ColumnAnswer) => void;
}

const useStyles = makeStyles({
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    margin: 0,
    minWidth: 0,
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  header: { padding: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', float: 'left', width: '100%' },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

const PROBLEMS = {
  unnamed: 'Cột không có tên nên lần sau không tìm lại được.',
  repeated: 'Có cột khác cùng tên nên lần sau không phân biệt được.',
} as const;

export function ColumnField({ proposal, answer, onAnswer }: Props) {
  const styles = useStyles();
  const { header, problem, text } = proposal;
  const readings = readingsOf(answer.indicator, text);
  const pick = (indicator: string) => {
    const offered = readingsOf(indicator, text);
    const same =
      offered.find(({ reading }) => reading === answer.reading) ?? (offered.length === 1 ? offered[0] : undefined);
    onAnswer({ ...answer, indicator, reading: same?.reading ?? '' });
  };
  return (
    <fieldset className={styles.column}>
      <legend className={styles.header}>{header === '' ? 'Cột không tên' : shortened(header, 160)}</legend>
      <p className={styles.text}>Trên trang: {text === '' ? 'ô trống' : shortened(text, 60)}</p>
      {problem !== null ? (
        <p className={styles.text}>{PROBLEMS[problem]}</p>
      ) : (
        <>
          <Field label="Là chỉ số">
            <Select value={answer.indicator} onChange={(_, { value }) => pick(value)}>
              <option value={NOT_TAKEN}>Không lấy cột này</option>
              <option value={OWN_NAME}>Chỉ số khác (tự đặt tên)</option>
              {KNOWN.map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          {answer.indicator === OWN_NAME && (
            <Field label="Tên chỉ số">
              <Input
                value={answer.name}
                maxLength={90}
                onChange={(_, { value }) => onAnswer({ ...answer, name: value })}
              />
            </Field>
          )}
          {answer.indicator === NOT_TAKEN ? null : readings.length === 0 ? (
            <p className={styles.text}>Số trong ô này không đọc được cho chỉ số đã chọn.</p>
          ) : (
            <Field label="Số được đọc là">
              <Select
                value={answer.reading}
                onChange={(_, { value }) => onAnswer({ ...answer, reading: value as ColumnReading | '' })}
              >
                <option value="">Chọn cách đọc…</option>
                {readings.map((offered) => (
                  <option key={offered.reading} value={offered.reading}>
                    {offered.text}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {answer.indicator === OWN_NAME && answer.reading.startsWith('score') && (
            <Field label="Điểm tối đa (bỏ trống nếu không có)">
              <Input
                value={answer.max}
                maxLength={7}
                inputMode="numeric"
                onChange={(_, { value }) => onAnswer({ ...answer, max: value })}
              />
            </Field>
          )}
        </>
      )}
    </fieldset>
  );
}
