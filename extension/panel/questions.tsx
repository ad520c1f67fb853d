/**
 * Parts of the page that no reader understands but the officer sees at a glance: whether the figures cover everything.
 * A yes is stored for the site where possible; after a no the panel says what to do on the page.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import type { Preview } from '../messages/contract.ts';
import { Notice } from '../pieces/notice.tsx';

type PreviewQuestions = Extract<Preview, { kind: 'found' }>['questions'];

interface Props {
  readonly questions: PreviewQuestions;
  readonly onYes: (key: string) => void;
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px' },
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    overflowWrap: 'anywhere',
  },
  asked: { margin: 0, display: 'flex', gap: '8px', '> svg': { marginTop: '2px', flexShrink: 0 } },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  kept: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function Questions({ questions, onYes }: Props) {
  const styles = useStyles();
  const [refused, setRefused] = useState<readonly string[]>([]);
  if (questions.length === 0) return null;
  return (
    <section className={styles.list} aria-label="Cần trả lời">
      {questions.map(({ key, about, isKept }) => (
        <div key={key} className={styles.question}>
          <p className={styles.asked}>
            <Icon name="warning" />
            <span>{about}</span>
          </p>
          {refused.includes(key) ? (
            <Notice kind="info">Hãy chọn “Tất cả” trên trang, đợi trang tải xong rồi bấm lại nút Thi Đua Số.</Notice>
          ) : (
            <div className={styles.buttons}>
              <Button size="small" appearance="primary" onClick={() => onYes(key)}>
                Đúng
              </Button>
              <Button size="small" onClick={() => setRefused([...refused, key])}>
                Không
              </Button>
              {isKept && <span className={styles.kept}>Lần sau không hỏi lại ở trang này.</span>}
            </div>
          )}
        </div>
      ))}
    </section>
  );
}
