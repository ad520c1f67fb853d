/** "Dùng chung": the books this browser takes part in, or the form with which it joins a book. */

import { Button } from '@fluentui/react-components';
import { useContext, useEffect, useState } from 'react';
import { ChoiceField } from '../../choice-field.tsx';
import { type BrowserMachine, machineOf } from '../../share/machine.ts';
import { type StoredSpace, storedSpaces } from '../../share/stored-spaces.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { BeginForm } from './begin-form.tsx';
import { type Servers, ServersContext } from './servers.ts';
import { SharedBook } from './shared-book.tsx';

const MORE = '+';

export function ShareSection() {
  const styles = usePaneStyles();
  const { state } = usePane();
  const stored = useStored();
  const [chosen, setChosen] = useState('');
  if (stored === null) return <p className={styles.quiet}>Đang mở…</p>;
  const { servers, machines, outOfReach, add } = stored;
  const machine = chosen === MORE ? undefined : (machines.find(({ space }) => space === chosen) ?? machines[0]);
  const begun = (made: BrowserMachine) => {
    add(made);
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
      {outOfReach.map((origin) => (
        <p key={origin} className={styles.note}>
          {`Sổ chung trên máy chủ ${origin} không mở được ở trang này: hãy mở Bàn chấm ở ${origin}/ban-cham/.`}
        </p>
      ))}
      {machine ? (
        <SharedBook key={machine.space} machine={machine} servers={servers} />
      ) : (
        <BeginForm servers={servers} onBegun={begun} />
      )}
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

interface Stored {
  readonly servers: Servers | null;
  readonly machines: readonly BrowserMachine[];
  /** Servers of books this browser takes part in, which this page can't reach. */
  readonly outOfReach: readonly string[];
}

/** The books this browser takes part in; null = not read yet. */
function useStored(): (Stored & { readonly add: (made: BrowserMachine) => void }) | null {
  const loadServers = useContext(ServersContext);
  const [stored, setStored] = useState<Stored | null>(null);
  useEffect(() => {
    void Promise.all([storedSpaces(), loadServers()]).then(async ([spaces, servers]) => {
      const isReached = ({ way }: StoredSpace) => way.kind === 'folder' || servers !== null;
      const machines = await Promise.all(spaces.filter(isReached).map((space) => machineOf(space, servers)));
      const outOfReach = spaces.flatMap(({ way }) => (way.kind === 'server' && servers === null ? [way.origin] : []));
      setStored({ servers, machines, outOfReach: [...new Set(outOfReach)] });
    });
  }, [loadServers]);
  if (stored === null) return null;
  const add = (made: BrowserMachine) =>
    setStored({ ...stored, machines: [...stored.machines.filter(({ space }) => space !== made.space), made] });
  return { ...stored, add };
}
