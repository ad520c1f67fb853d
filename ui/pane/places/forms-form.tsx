/**
 * "Tạo mẫu": a period and units, pasted or from a file, each of the audience it tells or all of one → a sheet for each; or
 * files to send: forms, short forms of a month or quarter, books of households.
 */

import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { groupBy } from '../../../core/base/group-by.ts';
import type { Period } from '../../../core/base/period/period.ts';
import { pastedUnits, unitsWithAudience } from '../../../session/forms/pasted-units.ts';
import type { OutputKind } from '../../../session/papers/make-file.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { type ChosenFile, FileButton } from '../../file-button.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { PeriodPicker } from '../../period-picker.tsx';
import { saveFile } from '../../save-file.ts';
import { nameOfAudience } from '../name-of-audience.ts';
import { usePane } from '../pane-context.ts';
import { SENT_KINDS } from '../sent-kinds.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement, yearsOf } from './use-movement.ts';

/** Of the choice of an audience: each unit's own. */
const OWN = '';

export function FormsForm() {
  const styles = usePaneStyles();
  const { state, dispatch, actions, session } = usePane();
  const movement = useMovement();
  const years = yearsOf(movement);
  const [audience, setAudience] = useState(OWN);
  const [period, setPeriod] = useState<Period>(state.workspace?.settings.period ?? { kind: 'year', year: years.to });
  const [listed, setListed] = useState<ChosenFile | null>(null);
  const names = useRef<HTMLElement>(null);
  const isAsked = state.isMakingForms;
  // In a new workbook the form is open from the start and must not take the focus.
  useEffect(() => {
    if (isAsked) names.current?.querySelector('textarea')?.focus();
  }, [isAsked]);

  const audiences = movement?.audiences.filter(({ kind }) =>
    movement.criteriaSets.some((set) => set.audience === kind),
  );
  const units = pastedUnits(state.texts.units);
  const make = async () => {
    if (movement === undefined) return actions.refuse('Hãy chọn phong trào thi đua trước, rồi tạo mẫu.');
    if (listed === null && units.length === 0)
      return actions.refuse('Hãy dán danh sách đơn vị, mỗi dòng một đơn vị, rồi bấm lại.');
    if (
      await actions.act('Đang tạo mẫu báo cáo', (progress) =>
        session.makeForms(
          {
            audience: audience === OWN ? null : audience,
            period,
            units: state.texts.units.split('\n'),
            ...(listed && { listed: listed.bytes }),
          },
          progress,
        ),
      )
    ) {
      dispatch({ kind: 'typed', texts: { units: '' } });
      dispatch({ kind: 'making-forms', open: false });
    }
  };
  return (
    <section ref={names} className={styles.card} aria-label="Tạo mẫu báo cáo">
      <h2 className={styles.heading}>Tạo mẫu báo cáo</h2>
      {listed === null ? (
        <ChoiceField label="Đối tượng thi đua" value={audience} onPick={setAudience}>
          <option value={OWN}>Theo danh sách, mỗi đơn vị một loại</option>
          {audiences?.map(({ kind, name }) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </ChoiceField>
      ) : null}
      <div className={styles.fields}>
        <PeriodPicker value={period} years={years} onPick={(picked) => picked !== null && setPeriod(picked)} />
      </div>
      {listed === null ? (
        <UnitsField isOwn={audience === OWN} onList={setListed} />
      ) : (
        <div className={styles.fields}>
          <span role="status">{`Theo danh sách “${listed.name}”, mỗi đơn vị đúng đối tượng của mình.`}</span>
          <Button onClick={() => setListed(null)}>Bỏ tệp danh sách</Button>
        </div>
      )}
      <Button appearance="primary" disabled={state.work !== null} onClick={() => void make()}>
        {listed === null && units.length > 0 ? `Tạo ${units.length} mẫu` : 'Tạo mẫu'}
      </Button>
      <FormFiles audience={audience} period={period} />
    </section>
  );
}

/** The units as they are pasted, or a file that lists them. */
function UnitsField({ isOwn, onList }: { readonly isOwn: boolean; readonly onList: (listed: ChosenFile) => void }) {
  const { state, dispatch, actions } = usePane();
  const movement = useMovement();
  const { units: text } = state.texts;
  const type = (units: string) => dispatch({ kind: 'typed', texts: { units } });
  const units = pastedUnits(text);
  const registered = state.workspace?.register ?? [];
  const kinds = groupBy(unitsWithAudience(text, movement?.audiences ?? []), (unit) => unit.audience);
  const counted = [...kinds].map(
    ([kind, own]) => `${own.length} ${kind === null ? 'chưa rõ đối tượng' : nameOfAudience(movement, kind)}`,
  );
  return (
    <>
      <LongTextField
        label="Danh sách đơn vị (mỗi dòng một đơn vị)"
        hint={isOwn && units.length > 0 ? counted.join(', ') : `${units.length} đơn vị`}
        rows={5}
        value={text}
        onType={type}
      />
      {units.length === 0 && registered.length > 0 ? (
        <Button
          onClick={() =>
            type(registered.map(({ name, audience }) => `${name}\t${nameOfAudience(movement, audience)}`).join('\n'))
          }
        >
          {`Lấy ${registered.length} đơn vị ở trang “Đơn vị”`}
        </Button>
      ) : null}
      <FileButton
        label="Hoặc chọn tệp danh sách (.xlsx, .csv)"
        accept=".xlsx,.csv,.txt"
        disabled={state.work !== null}
        onFiles={([file]) => file && onList(file)}
        onFault={actions.refuse}
      />
    </>
  );
}

/** Files to send: forms of all units, short forms of a month or quarter, books of households and what came of them. */
function FormFiles({ audience, period }: { readonly audience: string; readonly period: Period }) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const busy = state.work !== null;
  const keepFile = async (kind: OutputKind, label: string) => {
    const file = await actions.makeFile(kind, label);
    if (file !== null) saveFile(file.name, file.bytes);
  };
  return (
    <>
      <p className={styles.quiet}>
        Hoặc lập cho mọi đơn vị ở trang tính “Đơn vị”: mỗi đơn vị một tệp theo đúng đối tượng, kèm tin nhắn gửi; sổ giữ
        nguyên.
      </p>
      <Button disabled={busy} onClick={() => void keepFile('forms', 'Đang lập biểu mẫu từng đơn vị')}>
        Tải biểu mẫu từng đơn vị (.zip)
      </Button>
      <Button disabled={busy} onClick={() => void keepFile({ kind: 'follow-up', period }, 'Đang lập biểu theo dõi')}>
        Tải biểu theo dõi tháng, quý (.zip)
      </Button>
      <Button
        disabled={busy || audience === OWN}
        title={audience === OWN ? 'Hãy chọn một đối tượng ở trên trước' : undefined}
        onClick={() => void keepFile({ kind: 'tally', audience, period }, 'Đang lập sổ theo dõi hộ')}
      >
        Tải sổ theo dõi hộ (.zip)
      </Button>
      <p className={styles.quiet}>
        Sổ hộ đã ghi xong thì cộng thành a, b vào báo cáo của đúng đơn vị đang có trong sổ này; tên hộ ở lại trong sổ
        hộ.
      </p>
      <FileButton
        label="Cộng sổ hộ vào báo cáo"
        accept={SENT_KINDS}
        multiple
        disabled={busy}
        onFiles={(files) => void actions.act('Đang cộng sổ hộ', () => session.fillTally(files))}
        onFault={actions.refuse}
      />
    </>
  );
}
