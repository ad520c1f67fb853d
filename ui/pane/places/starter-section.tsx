/** Movements to begin with: every figure is seen with the document it comes from before the starter is taken. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import type { Result } from '../../../core/base/result.ts';
import { ruleWords } from '../../../core/dossier/rule-words.ts';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { loadStarter, STARTER_HEADINGS } from '../../../core/movements/starters.ts';
import type { Done } from '../../../session/pane/workspace-data.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

interface StarterSectionProps {
  /** Puts the movement into the workbook; false = refused. */
  readonly onTake: (run: () => Promise<Result<Done>>) => Promise<boolean>;
}

export function StarterSection({ onTake }: StarterSectionProps) {
  const styles = usePaneStyles();
  const { state, actions } = usePane();
  const [starter, setStarter] = useState<Movement | null>(null);
  const busy = state.work !== null;
  const open = (id: string) =>
    actions.act('Đang mở hồ sơ khởi đầu', async () => {
      const found = await loadStarter(id);
      if (!found) return { ok: false, refusal: { code: 'not-found', message: 'Không có hồ sơ khởi đầu này.' } };
      setStarter(found);
      return { ok: true, value: { workspace: null, message: '', left: '' } };
    });
  return (
    <section className={styles.section} aria-labelledby="starter-heading">
      <h2 id="starter-heading" className={styles.heading}>
        Chưa có kế hoạch: bắt đầu từ hồ sơ khởi đầu
      </h2>
      <p className={styles.quiet}>
        Mọi mức là đề xuất, xem nguồn từng mức rồi mới đưa vào sổ; tên xã, tỉnh thay ở trang “Phong trào”.
      </p>
      <div className={styles.row}>
        {STARTER_HEADINGS.map(({ id, title }) => (
          <Button key={id} disabled={busy} onClick={() => void open(id)}>
            {title}
          </Button>
        ))}
      </div>
      {starter === null ? null : (
        <StarterSeen starter={starter} busy={busy} onLeave={() => setStarter(null)} onTake={onTake} />
      )}
    </section>
  );
}

interface StarterSeenProps extends StarterSectionProps {
  readonly starter: Movement;
  readonly busy: boolean;
  readonly onLeave: () => void;
}

function StarterSeen({ starter, busy, onLeave, onTake }: StarterSeenProps) {
  const styles = usePaneStyles();
  const { session } = usePane();
  const take = () => onTake(() => session.takeMovement({ movement: starter, units: [], pictures: new Map() }));
  return (
    <section className={styles.section} aria-label={starter.title}>
      <h3 className={styles.heading}>{starter.title}</h3>
      <div className={styles.row}>
        <Button disabled={busy} onClick={() => void take()}>
          Đưa hồ sơ này vào sổ
        </Button>
        <Button disabled={busy} onClick={onLeave}>
          Thôi
        </Button>
      </div>
      <h4 className={styles.heading}>{`Chỉ tiêu (${starter.targets.length})`}</h4>
      <ul className={styles.list}>
        {starter.targets.map(({ code, text, note }) => (
          <li key={code} className={styles.text}>
            {text}
            <br />
            <span className={styles.quiet}>{note}</span>
          </li>
        ))}
      </ul>
      {starter.criteriaSets.map((set) => (
        <details key={`${set.audience} ${set.version}`}>
          <summary>{`${nameOf(starter, set.audience)}: ${set.criteria.length} tiêu chí`}</summary>
          <ul className={styles.list}>
            {set.criteria.map((criterion) => (
              <li key={criterion.code} className={styles.text}>
                {`${criterion.code}. ${criterion.title}: ${formatPoints(criterion.maxPoints)} điểm, ${ruleWords(criterion.rule, criterion)}`}
                <br />
                <span className={styles.quiet}>{sourceOf(criterion)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function nameOf({ audiences }: Movement, kind: string): string {
  return audiences.find((audience) => audience.kind === kind)?.name ?? kind;
}

function sourceOf({ source: { text = '' } }: Criterion): string {
  return text === '' ? 'Đề xuất của phần mềm, chưa có văn bản nguồn.' : text;
}
