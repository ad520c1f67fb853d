/**
 * The papers, kind by kind, each with its missing items; a button previews it. What is blank in several papers is
 * filled in once, for all.
 */
import { Button, Field, Input, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { groupBy } from '../../../core/base/group-by.ts';
import type { Result } from '../../../core/base/result.ts';
import type { Paper } from '../../../core/paper/paper.ts';
import type { PaperItem } from '../../../core/paper/settings.ts';
import { readDate } from '../../../core/sheet/grid/date.ts';
import type { PaperSeen, PapersSeen } from '../../../session/papers/see-papers.ts';
import { Icon } from '../../icons.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { MissingNote } from './missing-note.tsx';
import { PaperView } from './paper-view.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: '8px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

export function PapersList() {
  const styles = usePaneStyles();
  const { state, session } = usePane();
  const [seen, setSeen] = useState<Result<PapersSeen> | null>(null);
  const [shown, setShown] = useState(state.sought);
  const { workspace } = state;
  // Made anew whenever the workbook was read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the workspace is when, not what
  useEffect(() => {
    let isWanted = true;
    void session.seePapers().then((papers) => isWanted && setSeen(papers));
    return () => {
      isWanted = false;
    };
  }, [session, workspace]);
  if (seen === null) return <p className={styles.quiet}>Đang lập văn bản để xem…</p>;
  if (!seen.ok) return <p className={styles.quiet}>{seen.refusal.message}</p>;
  const { papers, items, notes } = seen.value;
  return (
    <>
      <Blanks key={items.map(({ item, value }) => `${item} ${value}`).join()} items={items} />
      <Kinds papers={papers} shown={shown} onShow={setShown} />
      {notes.length === 0 ? null : (
        <section className={styles.section} aria-labelledby="notes-heading">
          <h2 id="notes-heading" className={styles.heading}>{`Cần xem trước khi ký (${notes.length})`}</h2>
          <ul className={styles.list}>
            {notes.map((text) => (
              <li key={text} className={styles.note}>
                <Icon name="warning" />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface KindsProps {
  readonly papers: readonly PaperSeen[];
  /** File of the paper that is shown. */
  readonly shown: string | null;
  readonly onShow: (file: string | null) => void;
}

function Kinds({ papers, shown, onShow }: KindsProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, showBeside } = usePane();
  const close = () => {
    onShow(null);
    showBeside(null);
  };
  const show = (paper: Paper) => {
    onShow(paper.file);
    showBeside({ label: paper.title, shown: <PaperView paper={paper} onClose={close} /> });
  };
  const current = papers.find(({ paper }) => paper.file === shown)?.paper;
  // Shows the paper again from the workbook as it is now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the paper was made anew
  useEffect(() => {
    if (current) show(current);
  }, [current]);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (state.sought !== null) list.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [state.sought]);
  const groups = [...groupBy(papers, ({ paper }) => paper.kind).values()];
  return (
    <section ref={list} className={styles.section} aria-labelledby="kinds-heading">
      <h2 id="kinds-heading" className={styles.heading}>{`${papers.length} văn bản`}</h2>
      <ul className={own.list} onKeyDown={rovingKeys}>
        {groups.map((group, at) => {
          const [first] = group;
          if (!first) return null;
          if (group.length === 1)
            return <PaperCard key={first.paper.kind} seen={first} isFirst={at === 0} {...{ shown }} onShow={show} />;
          return (
            <li key={first.paper.kind} className={styles.card}>
              <details open={group.some(({ paper }) => paper.file === shown) || undefined}>
                <summary>
                  <span className={styles.strong}>{`${kindName(first.paper)} (${group.length})`}</span>
                  <Lacks blanks={group.reduce((sum, { blanks }) => sum + blanks, 0)} />
                </summary>
                <ul className={styles.list} style={{ paddingTop: 8 }}>
                  {group.map((seen) => (
                    <PaperCard key={seen.paper.file} {...{ seen, shown }} isFirst={false} isInner onShow={show} />
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What papers of one kind are called together: their titles up to whom each is for. */
function kindName({ title }: Paper): string {
  return title.replace(/[:,].*$/su, '');
}

interface PaperCardProps {
  readonly seen: PaperSeen;
  readonly shown: string | null;
  readonly isFirst: boolean;
  /** In the list of its kind. */
  readonly isInner?: boolean;
  readonly onShow: (paper: Paper) => void;
}

function PaperCard({ seen: { paper, blanks }, shown, isFirst, isInner = false, onShow }: PaperCardProps) {
  const styles = usePaneStyles();
  const isShown = shown === paper.file;
  return (
    <li className={isInner ? '' : mergeClasses(styles.card, isShown && styles.current)}>
      <button
        type="button"
        data-roving
        tabIndex={isFirst || isInner ? 0 : -1}
        aria-pressed={isShown}
        className={styles.choice}
        onClick={() => onShow(paper)}
      >
        <span className={styles.strong}>{paper.title}</span>
        <Lacks blanks={blanks} />
      </button>
    </li>
  );
}

function Lacks({ blanks }: { readonly blanks: number }) {
  const styles = usePaneStyles();
  return (
    <span className={mergeClasses(styles.note, styles.quiet)}>
      <Icon name={blanks === 0 ? 'done' : 'info'} />
      {blanks === 0 ? 'đủ' : `${blanks} chỗ để trống`}
    </span>
  );
}

/** The lines that stand in several papers. */
function Blanks({ items }: { readonly items: readonly PaperItem[] }) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [wrong, setWrong] = useState<string | null>(null);
  const left = items.filter(({ value }) => value === '').length;
  const type = (item: string, value: string) => {
    setWrong(null);
    setTyped(new Map(typed).set(item, value));
  };
  const fill = () => {
    const values = new Map([...typed].map(([item, value]) => [item, value.trim()] as const));
    const bad = items.find(({ item, isDay }) => {
      const value = values.get(item) ?? '';
      return isDay && value !== '' && readDate(value) === null;
    });
    if (bad) return setWrong(`“${bad.item}” ghi dạng ngày/tháng/năm.`);
    void actions.act('Đang điền', () => session.fillPapers(values));
  };
  return (
    <details open={left > 0 || undefined}>
      <summary>{left === 0 ? 'Thông tin chung đã đủ' : `Điền một lần cho mọi văn bản (còn ${left})`}</summary>
      <div className={styles.section} style={{ paddingTop: 8 }}>
        <div className={styles.fields}>
          {items.map(({ item, value, isDay }) => (
            <Field key={item} label={isDay ? `${item} (ngày/tháng/năm)` : item}>
              <Input value={typed.get(item) ?? value} onChange={(_, { value: text }) => type(item, text)} />
            </Field>
          ))}
        </div>
        <div>
          <Button disabled={state.work !== null || typed.size === 0} onClick={fill}>
            Điền vào mọi văn bản
          </Button>
        </div>
        <MissingNote text={wrong} />
      </div>
    </details>
  );
}
