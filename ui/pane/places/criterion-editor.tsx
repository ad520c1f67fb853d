/**
 * Edits a criterion: the plan's words beside the rule as it will score, with its steps as rows, and a figure to try.
 * Saved in its row of the workbook; a rule pasted from the plan is read, or stays in the plan's words.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { exactPoints, readPoints } from '../../../core/dossier/words.ts';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { Icon } from '../../icons.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { type BandRow, bandRowsOf, bandWordsOf, ruleTyped, sampleFigure, triedText } from '../rule-typed.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { BandsField } from './bands-field.tsx';
import type { CriterionShown } from './criterion-shown.ts';

const useStyles = makeStyles({
  two: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px 24px',
    paddingTop: '8px',
    '@container place (min-width: 760px)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)' },
  },
  quote: {
    margin: 0,
    paddingInlineStart: '12px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-line',
  },
  points: { maxWidth: '160px' },
  tried: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'end', '& > :first-child': { width: '200px' } },
});

interface CriterionEditorProps {
  readonly shown: CriterionShown;
  readonly movement: Movement;
  readonly onDone: () => void;
}

export function CriterionEditor({ shown, movement, onDone }: CriterionEditorProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  return (
    <div className={own.two}>
      <PlanWords shown={shown} movement={movement} />
      <div className={styles.section}>
        <RuleForm shown={shown} movement={movement} onDone={onDone} />
      </div>
    </div>
  );
}

/** The plan's passages on the criterion, each with its place in the plan. */
function PlanWords({ shown: { criterion, faults }, movement }: Pick<CriterionEditorProps, 'shown' | 'movement'>) {
  const styles = usePaneStyles();
  const own = useStyles();
  const target = movement.targets.find(({ code }) => code === criterion.target?.code);
  const { source } = criterion;
  const quotes = [
    ...(source.text ? [{ section: source.section, text: source.text }] : []),
    ...(target && target.text !== source.text ? [{ section: target.section, text: target.text }] : []),
  ];
  return (
    <section className={styles.section} aria-label="Lời kế hoạch">
      <h3 className={styles.heading}>Kế hoạch nói</h3>
      {quotes.length === 0 ? (
        <p className={styles.quiet}>
          {source.section === ''
            ? 'Kế hoạch không nêu tiêu chí này; điểm và cách chấm do phần mềm đề xuất.'
            : `Mục ${source.section} của kế hoạch.`}
        </p>
      ) : (
        quotes.map(({ section, text }) => (
          <figure key={text} className={styles.section} style={{ margin: 0 }}>
            <blockquote className={own.quote}>{`“${text}”`}</blockquote>
            {section === '' ? null : <figcaption className={styles.quiet}>{`Mục ${section}`}</figcaption>}
          </figure>
        ))
      )}
      {criterion.numerator === undefined ? null : (
        <p className={styles.quiet}>{`a: ${criterion.numerator}; b: ${criterion.denominator ?? ''}`}</p>
      )}
      {faults.map((message) => (
        <p key={message} className={styles.note}>
          <Icon name="warning" />
          <span>{message}</span>
        </p>
      ))}
    </section>
  );
}

/** The criterion as it is typed, and the rule its words come to. */
function useRuleTyped(shown: CriterionShown) {
  const { criterion } = shown;
  const [title, setTitle] = useState(criterion.title);
  const [points, setPoints] = useState(exactPoints(criterion.maxPoints));
  const [words, setWords] = useState(shown.words);
  /** Steps while they are being typed: half a step cannot be put into words yet. */
  const [steps, setSteps] = useState<readonly BandRow[] | null>(null);
  const say = (text: string) => {
    setSteps(null);
    setWords(text);
  };
  const maxPoints = readPoints(points);
  const worded = { ...criterion, title, maxPoints: maxPoints ?? criterion.maxPoints };
  const typed = ruleTyped(words, worded);
  const rows = steps ?? bandRowsOf(words);
  const unit = criterion.measure === 'percentage' ? '%' : criterion.unit;
  const change = {
    ...(title.trim() === criterion.title ? {} : { title: title.trim() }),
    ...(maxPoints === null || maxPoints === criterion.maxPoints ? {} : { maxPoints }),
    ...(words.trim() === shown.words.trim() ? {} : { rule: words.trim() }),
  };
  const wrong = maxPoints === null ? 'Điểm tối đa phải là số, nhiều nhất hai chữ số sau dấu phẩy.' : null;
  const reset = () => {
    setTitle(criterion.title);
    setPoints(exactPoints(criterion.maxPoints));
    say(shown.words);
  };
  const step = (next: readonly BandRow[]) => {
    setSteps(next);
    setWords(bandWordsOf(next, unit));
  };
  const scored =
    typed.kind === 'rule' ? { ...worded, ...typed.read.follows, rule: typed.read.rule } : (null as Criterion | null);
  return {
    title,
    setTitle,
    points,
    setPoints,
    words,
    say,
    step,
    reset,
    worded,
    typed,
    rows,
    unit,
    change,
    wrong,
    scored,
  };
}

function RuleForm({ shown, movement, onDone }: CriterionEditorProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, actions, session } = usePane();
  const { criterion, key } = shown;
  const form = useRuleTyped(shown);
  const { title, points, words, say, worded, typed, rows, unit, change, wrong, scored } = form;
  const isChanged = Object.keys(change).length > 0;
  const save = async () => {
    if (await actions.act('Đang ghi tiêu chí', () => session.editCriterion(key, change))) onDone();
  };
  return (
    <>
      <LongTextField label="Nội dung" value={title} onType={form.setTitle} />
      <TextField
        label="Điểm tối đa"
        className={own.points}
        {...(wrong ? { validationMessage: wrong } : {})}
        inputMode="decimal"
        value={points}
        onType={form.setPoints}
      />
      {shown.isComposed ? (
        <p className={styles.quiet}>Điểm cộng từ các ý bên dưới: mở từng ý để sửa.</p>
      ) : (
        <>
          {rows === null ? null : <BandsField rows={rows} unit={unit} onType={form.step} />}
          <LongTextField
            label="Cách chấm, bằng lời"
            hint="Dán lời kế hoạch vào đây cũng được"
            value={words}
            onType={(value) => say(value)}
          />
          <div className={styles.row}>
            {rows === null && isFigure(criterion) ? (
              <Button size="small" onClick={() => say(firstBands(worded, unit))}>
                Chia bậc
              </Button>
            ) : null}
            <Button size="small" onClick={() => say('Hội đồng chấm')}>
              Hội đồng chấm
            </Button>
          </div>
          <Outcome typed={typed} />
          {scored === null || scored.rule.kind === 'council-graded' ? null : (
            <TryFigure scored={scored} movement={movement} />
          )}
        </>
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={state.work !== null || !isChanged || wrong !== null || typed.kind === 'wrong'}
          onClick={() => void save()}
        >
          Ghi tiêu chí
        </Button>
        <Button disabled={!isChanged} onClick={form.reset}>
          Như cũ
        </Button>
      </div>
    </>
  );
}

/** What the rule in words comes to. */
function Outcome({ typed }: { readonly typed: ReturnType<typeof ruleTyped> }) {
  const styles = usePaneStyles();
  const [icon, text] =
    typed.kind === 'rule'
      ? (['done', `Sẽ chấm: ${typed.sentence}`] as const)
      : typed.kind === 'kept'
        ? (['info', 'Không tính được bằng số liệu: giữ nguyên lời này, Hội đồng chấm theo lời kế hoạch.'] as const)
        : (['warning', typed.message] as const);
  return (
    <div role="status" aria-label="Sẽ chấm">
      <p className={styles.note}>
        <Icon name={icon} />
        <span>{text}</span>
      </p>
    </div>
  );
}

/** The points one figure would earn. */
function TryFigure({ scored, movement }: { readonly scored: Criterion; readonly movement: Movement }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const [figure, setFigure] = useState('');
  return (
    <div className={own.tried}>
      <TextField label="Thử một số" placeholder={sampleFigure(scored)} value={figure} onType={setFigure} />
      <span role="status" aria-label="Điểm của số thử" className={styles.strong}>
        {triedText(figure, scored, movement)}
      </span>
    </div>
  );
}

function isFigure({ measure }: Pick<Criterion, 'measure'>): boolean {
  return measure === 'percentage' || measure === 'count' || measure === 'amount' || measure === 'rate';
}

/** All points from the target on, nothing below: a beginning to put steps into. */
function firstBands({ target, maxPoints, direction }: Criterion, unit: string): string {
  const edge = target === null ? '' : String(target.value).replace('.', ',');
  const word = direction === 'lower' ? 'đến' : 'từ';
  return bandWordsOf(
    [
      { word, edge: edge === '' ? '0' : edge, points: exactPoints(maxPoints) },
      { word: 'còn lại', edge: '', points: '0' },
    ],
    unit,
  );
}
