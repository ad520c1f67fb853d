/**
 * Edits a criterion: the plan's words beside the rule as it will score, with its steps as rows, and a figure to try.
 * Saved in its row of the workbook; a rule pasted from the plan is read, or stays in the plan's words.
 */
import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { exactPoints, readPoints } from '../../../core/dossier/words.ts';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { Icon } from '../../icons.tsx';
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

function RuleForm({ shown, movement, onDone }: CriterionEditorProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { state, actions, session } = usePane();
  const { criterion, key } = shown;
  const [title, setTitle] = useState(criterion.title);
  const [points, setPoints] = useState(exactPoints(criterion.maxPoints));
  const [words, setWords] = useState(shown.words);
  /** Steps while they are being typed: half a step cannot be put into words yet. */
  const [steps, setSteps] = useState<readonly BandRow[] | null>(null);
  const say = (text: string) => {
    setSteps(null);
    setWords(text);
  };
  const [figure, setFigure] = useState('');
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
  const isChanged = Object.keys(change).length > 0;
  const wrong = maxPoints === null ? 'Điểm tối đa phải là số, nhiều nhất hai chữ số sau dấu phẩy.' : null;
  const save = async () => {
    if (await actions.act('Đang ghi tiêu chí', () => session.editCriterion(key, change))) onDone();
  };
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
  return (
    <>
      <Field label="Nội dung">
        <Textarea rows={2} resize="vertical" value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label="Điểm tối đa" className={own.points} {...(wrong ? { validationMessage: wrong } : {})}>
        <Input inputMode="decimal" value={points} onChange={(_, { value }) => setPoints(value)} />
      </Field>
      {shown.isComposed ? (
        <p className={styles.quiet}>Điểm cộng từ các ý bên dưới: mở từng ý để sửa.</p>
      ) : (
        <>
          {rows === null ? null : <BandsField rows={rows} unit={unit} onType={step} />}
          <Field label="Cách chấm, bằng lời" hint="Dán lời kế hoạch vào đây cũng được">
            <Textarea rows={2} resize="vertical" value={words} onChange={(_, { value }) => say(value)} />
          </Field>
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
          <div role="status" aria-label="Sẽ chấm">
            {typed.kind === 'rule' ? (
              <p className={styles.note}>
                <Icon name="done" />
                <span>{`Sẽ chấm: ${typed.sentence}`}</span>
              </p>
            ) : typed.kind === 'kept' ? (
              <p className={styles.note}>
                <Icon name="info" />
                <span>Không tính được bằng số liệu: giữ nguyên lời này, Hội đồng chấm theo lời kế hoạch.</span>
              </p>
            ) : (
              <p className={styles.note}>
                <Icon name="warning" />
                <span>{typed.message}</span>
              </p>
            )}
          </div>
          {scored === null || scored.rule.kind === 'council-graded' ? null : (
            <div className={own.tried}>
              <Field label="Thử một số">
                <Input
                  placeholder={sampleFigure(scored)}
                  value={figure}
                  onChange={(_, { value }) => setFigure(value)}
                />
              </Field>
              <span role="status" aria-label="Điểm của số thử" className={styles.strong}>
                {triedText(figure, scored, movement)}
              </span>
            </div>
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
        <Button disabled={!isChanged} onClick={reset}>
          Như cũ
        </Button>
      </div>
    </>
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
