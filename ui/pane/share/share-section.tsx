/** "Dùng chung": the books this browser takes part in, or the form with which it joins a book. */

import { Button } from '@fluentui/react-components';
import { useContext, useEffect, useMemo, useState } from 'react';
import { ChoiceField } from '../../choice-field.tsx';
import { type BrowserMachine, machineOf } from '../../share/machine.ts';
import { ownServer, ServersContext } from '../../share/servers.ts';
import { storedSpaces } from '../../share/stored-spaces.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { BeginForm } from './begin-form.tsx';
import { SharedBook } from './shared-book.tsx';

const MORE = '+';

export function ShareSection() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const given = useContext(ServersContext);
  const servers = useMemo(() => given ?? ownServer(), [given]);
  /** null = not read yet. */
  const [machines, setMachines] = useState<readonly BrowserMachine[] | null>(null);
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    void storedSpaces()
      .then((spaces) => Promise.all(spaces.map((storedSpace) => machineOf(storedSpace, servers))))
      .then(setMachines);
  }, [servers]);
  if (machines === null) return <p className={styles.quiet}>Đang mở…</p>;
  const machine = chosen === MORE ? undefined : (machines.find(({ space }) => space === chosen) ?? machines[0]);
  const begun = (made: BrowserMachine) => {
    setMachines([...machines.filter(({ space }) => space !== made.space), made]);
    setChosen(made.space);
  };
  return (
    <section className={styles.card} aria-label="Dùng chung">
      {machines.length > 1 || machine === undefined ? (
        <h2 className={styles.heading}>Dùng chung với máy khác</h2>
      ) : null}
      {machines.length > 1 ? (
        <ChoiceField label="Sổ chung" value={machine?.space ?? MORE} onPick={setChosen}>
          {machines.map(({ space, way }) => (
            <option key={space} value={space}>
              {`${way.kind === 'folder' ? `Thư mục ${way.handle.name}` : way.origin}, mã ${space.slice(0, 16)}`}
            </option>
          ))}
          <option value={MORE}>Sổ chung khác…</option>
        </ChoiceField>
      ) : null}
      {machine ? <SharedBook key={machine.space} machine={machine} /> : <BeginForm servers={servers} onBegun={begun} />}
      {machine && machines.length === 1 ? (
        <Button size="small" appearance="subtle" disabled={state.work !== null} onClick={() => setChosen(MORE)}>
          Tham gia sổ chung khác
        </Button>
      ) : null}
      {machine === undefined && machines.length === 1 ? (
        <Button size="small" appearance="subtle" onClick={() => setChosen('')}>
          Quay lại sổ chung đang dùng
        </Button>
      ) : null}
    </section>
  );
}
