/** Who appraises which criteria: a workbook for each to fill in, and what they filled in taken back. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { AssignmentsRead } from '../../../session/book/appraisers.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { ChoiceField } from '../../choice-field.tsx';
import { FileButton } from '../../file-button.tsx';
import { saveFile } from '../../save-file.ts';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement } from './use-movement.ts';

const NONE: AssignmentsRead = { assignments: [], faults: [] };

export function AppraisersSection({ workspace }: { readonly workspace: Workspace }) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [isOpen, setOpen] = useState(false);
  const { assignments, faults } = useAssigned(workspace, isOpen);
  const busy = state.work !== null;
  const make = async () => {
    const file = await actions.makeFile('appraisals', 'Đang lập phiếu thẩm định');
    if (file !== null) saveFile(file.name, file.bytes);
  };
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Phân công thẩm định, phiếu của từng người</summary>
      <div className={styles.section}>
        <p className={styles.quiet}>
          Mỗi người, cơ quan nhận một tệp Excel chỉ có tiêu chí và đơn vị của mình, ghi điểm và lý do, gửi lại. Điểm vào
          sổ quyết định là điểm thẩm định trình Hội đồng, rút lại được ở nhật ký.
        </p>
        <Lines assignments={assignments} />
        {faults.map((fault) => (
          <p key={fault} role="alert" className={styles.text}>
            {fault}
          </p>
        ))}
        <NewAssignment />
        <div className={styles.row}>
          <Button disabled={busy || assignments.length === 0} onClick={() => void make()}>
            Xuất phiếu thẩm định (.zip)
          </Button>
          <FileButton
            label="Nhận phiếu đã ghi"
            accept=".xlsx,.xlsm"
            multiple
            disabled={busy}
            onFiles={(files) => void actions.act('Đang nhận phiếu thẩm định', () => session.takeSlips(files))}
            onFault={actions.refuse}
          />
        </div>
      </div>
    </details>
  );
}

/** Read anew once it is open and whenever the workbook changed. */
function useAssigned(workspace: Workspace, isOpen: boolean): AssignmentsRead {
  const { session } = usePane();
  const [assigned, setAssigned] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the workspace changed
  useEffect(() => {
    if (!isOpen) return;
    let wanted = true;
    void session.appraisers().then((read) => {
      if (wanted) setAssigned(read.ok ? read.value : { assignments: [], faults: [read.refusal.message] });
    });
    return () => {
      wanted = false;
    };
  }, [isOpen, session, workspace]);
  return assigned;
}

function Lines({ assignments }: Pick<AssignmentsRead, 'assignments'>) {
  const styles = usePaneStyles();
  const movement = useMovement();
  const nameOf = (kind: string) => movement?.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
  const names = [...new Set(assignments.map(({ appraiser }) => appraiser))];
  const codesOf = (name: string) =>
    assignments
      .filter(({ appraiser }) => appraiser === name)
      .map(
        ({ audience, criterion }) => `${criterion || 'mọi tiêu chí'}${audience === '' ? '' : ` (${nameOf(audience)})`}`,
      )
      .join(', ');
  return (
    <ul className={styles.list} aria-label="Phân công thẩm định">
      {names.map((name) => (
        <li key={name} className={styles.text}>
          <strong>{name}:</strong> {codesOf(name)}
        </li>
      ))}
    </ul>
  );
}

function NewAssignment() {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const movement = useMovement();
  const empty = { appraiser: '', criteria: '', audience: '' };
  const [typed, setTyped] = useState(empty);
  const add = async () => {
    if (await actions.note(() => session.assignAppraiser(typed))) setTyped(empty);
  };
  return (
    <div className={styles.section}>
      <div className={styles.fields}>
        <TextField
          label="Người, cơ quan thẩm định"
          value={typed.appraiser}
          onType={(appraiser) => setTyped({ ...typed, appraiser })}
        />
        <TextField
          label="Mã tiêu chí (1.1; 2; để trống: mọi tiêu chí)"
          value={typed.criteria}
          onType={(criteria) => setTyped({ ...typed, criteria })}
        />
        <ChoiceField
          label="Của đối tượng"
          value={typed.audience}
          onPick={(audience) => setTyped({ ...typed, audience })}
        >
          <option value="">Mọi đối tượng</option>
          {(movement?.audiences ?? []).map(({ kind, name }) => (
            <option key={kind}>{name}</option>
          ))}
        </ChoiceField>
      </div>
      <div>
        <Button disabled={state.work !== null || typed.appraiser.trim() === ''} onClick={() => void add()}>
          Giao thẩm định
        </Button>
      </div>
    </div>
  );
}
