/** "Tạo mẫu": audience, period and a pasted list of units → a sheet for each. */
import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Period } from '../../../core/period/period.ts';
import { pastedUnits } from '../../../session/forms/pasted-units.ts';
import { PeriodPicker } from '../../period-picker.tsx';
import { saveFile } from '../../save-file.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement, yearsOf } from './use-movement.ts';

export function FormsForm() {
  const styles = usePaneStyles();
  const { state, dispatch, actions } = usePane();
  const movement = useMovement();
  const years = yearsOf(movement);
  const [audience, setAudience] = useState<string | null>(null);
  const [period, setPeriod] = useState<Period>(state.workspace?.settings.period ?? { kind: 'year', year: years.to });
  const names = useRef<HTMLElement>(null);
  useEffect(() => names.current?.querySelector('textarea')?.focus(), []);

  const audiences = movement?.audiences.filter(({ kind }) =>
    movement.criteriaSets.some((set) => set.audience === kind),
  );
  const chosen = audience ?? audiences?.[0]?.kind;
  const units = pastedUnits(state.texts.units);
  const make = async () => {
    if (chosen === undefined) return actions.refuse('Hãy chọn phong trào thi đua trước, rồi tạo mẫu.');
    if (units.length === 0) return actions.refuse('Hãy dán danh sách đơn vị, mỗi dòng một đơn vị, rồi bấm lại.');
    if (await actions.makeForms({ audience: chosen, period, units })) {
      dispatch({ kind: 'typed', texts: { units: '' } });
      dispatch({ kind: 'unfolded', part: 'forms', open: false });
    }
  };
  const keepFiles = async () => {
    const file = await actions.makeFile('forms', 'Đang lập biểu mẫu từng đơn vị');
    if (file !== null) saveFile(file.name, file.bytes);
  };
  return (
    <section ref={names} className={styles.card} aria-label="Tạo mẫu báo cáo">
      <h2 className={styles.heading}>Tạo mẫu báo cáo</h2>
      <Field label="Đối tượng thi đua">
        <Select value={chosen ?? ''} onChange={(_, { value }) => setAudience(value)}>
          {audiences?.map(({ kind, name }) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.fields}>
        <PeriodPicker value={period} years={years} onPick={(picked) => picked !== null && setPeriod(picked)} />
      </div>
      <Field label="Danh sách đơn vị (mỗi dòng một đơn vị)" hint={`${units.length} đơn vị`}>
        <Textarea
          rows={5}
          resize="vertical"
          value={state.texts.units}
          onChange={(_, { value }) => dispatch({ kind: 'typed', texts: { units: value } })}
        />
      </Field>
      <Button appearance="primary" disabled={state.work !== null} onClick={() => void make()}>
        {units.length === 0 ? 'Tạo mẫu' : `Tạo ${units.length} mẫu`}
      </Button>
      <p className={styles.quiet}>
        Hoặc lập cho mọi đơn vị ở trang tính “Đơn vị”: mỗi đơn vị một tệp theo đúng đối tượng, kèm tin nhắn gửi; sổ giữ
        nguyên.
      </p>
      <Button disabled={state.work !== null} onClick={() => void keepFiles()}>
        Tải biểu mẫu từng đơn vị (.zip)
      </Button>
    </section>
  );
}
