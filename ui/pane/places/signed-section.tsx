/** A signed decision goes over into the ledger of awards: number, day, and who of the proposed stands in it. */

import { Button, Checkbox } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { groupBy } from '../../../core/base/group-by.ts';
import { formatDate, readDate } from '../../../core/sheet/grid/date.ts';
import type { DecisionForm } from '../../../session/papers/record-decision.ts';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { RecordAct } from './record-act.tsx';

export function SignedSection() {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Quyết định đã ký: ghi vào sổ khen thưởng</summary>
      {open ? <Signed /> : null}
    </details>
  );
}

function Signed() {
  const styles = usePaneStyles();
  const { state, session } = usePane();
  const { workspace } = state;
  const [read, setRead] = useState<DecisionForm | string | null>(null);
  // Read anew whenever the workbook was: whom the ledger has is offered no more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the workspace is when, not what
  useEffect(() => {
    let wanted = true;
    void session.decisionForm().then((form) => wanted && setRead(form.ok ? form.value : form.refusal.message));
    return () => {
      wanted = false;
    };
  }, [session, workspace]);
  if (read === null) return <p className={styles.quiet}>Đang đọc…</p>;
  if (typeof read === 'string') return <p role="alert">{read}</p>;
  if (read.awards.length === 0)
    return (
      <p className={styles.quiet}>
        Không còn ai được đề nghị khen mà chưa có trong trang “Khen thưởng”. Hội đồng biểu quyết xong thì danh sách hiện
        ở đây.
      </p>
    );
  return <Form key={read.awards.map(({ code }) => code).join()} form={read} />;
}

function Form({ form: { awards, number: kept, date } }: { readonly form: DecisionForm }) {
  const styles = usePaneStyles();
  const { actions, session } = usePane();
  const [number, setNumber] = useState(kept);
  const [day, setDay] = useState(date === null ? '' : formatDate(date));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const [first] = awards;
    return new Set(awards.filter(({ form, preset }) => form === first?.form && preset).map(({ code }) => code));
  });
  const [missing, setMissing] = useState('');
  const choose = (codes: readonly string[], isIn: boolean) => {
    setMissing('');
    const others = [...chosen].filter((code) => !codes.includes(code));
    setChosen(new Set(isIn ? [...others, ...codes] : others));
  };
  const send = async () => {
    const signed = readDate(day);
    if (number.trim() === '') return setMissing('Hãy ghi số quyết định đã ký.');
    if (signed === null) return setMissing('Hãy ghi ngày ký, ví dụ 20/12/2025.');
    if (chosen.size === 0) return setMissing('Hãy chọn người có tên trong quyết định.');
    const codes = awards.map(({ code }) => code).filter((code) => chosen.has(code));
    await actions.note(() => session.recordDecision({ number, date: signed, codes }));
  };
  return (
    <div className={styles.section}>
      <div className={styles.fields}>
        <TextField label="Số quyết định" value={number} placeholder="231/QĐ-UBND" onType={setNumber} />
        <TextField label="Ngày ký" value={day} placeholder="20/12/2025" onType={setDay} />
      </div>
      {[...groupBy(awards, ({ form }) => form)].map(([form, own]) => {
        const codes = own.map(({ code }) => code);
        const isAll = codes.every((code) => chosen.has(code));
        return (
          <fieldset key={form} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
            <legend className={styles.text}>
              <strong>{form}</strong>
            </legend>
            {own.map(({ code, text }) => (
              <div key={code}>
                <Checkbox
                  label={text}
                  checked={chosen.has(code)}
                  onChange={(_, { checked }) => choose([code], checked === true)}
                />
              </div>
            ))}
            {own.length === 1 ? null : (
              <Button size="small" onClick={() => choose(codes, !isAll)}>
                {isAll ? 'Bỏ chọn tất cả' : 'Chọn tất cả'}
              </Button>
            )}
          </fieldset>
        );
      })}
      <p className={styles.quiet}>
        Chỉ chọn người có tên trong quyết định này. Khi xét khen sau, chương trình xem sổ này: một thành tích không khen
        hai lần, chỉ tiêu không vượt.
      </p>
      <RecordAct
        label={`Ghi ${chosen.size} khen thưởng vào sổ`}
        who={null}
        missing={missing}
        onRecord={() => void send()}
      />
    </div>
  );
}
