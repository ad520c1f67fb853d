/** The officer's answers about sites; a withdrawn answer becomes a question again. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLive } from '../../live/use-store.ts';
import { Notice } from '../../pieces/notice.tsx';
import { send } from '../../pieces/send.ts';
import { ERROR_TEXT } from '../../pieces/words.ts';
import { allAnswers } from '../../store/site-answers.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  words: { flex: '1 1 220px', minWidth: 0 },
  host: { color: tokens.colorNeutralForeground2 },
});

export function AnswersSection() {
  const styles = useStyles();
  const found = useLive(allAnswers, []);
  const [fault, setFault] = useState<string>();
  const answers = (found ?? []).flatMap(({ host, answers: own }) =>
    Object.entries(own).map(([key, about]) => ({ host, key, about })),
  );
  if (answers.length === 0) return null;
  const forget = async (host: string, key: string) => {
    const reply = await send('answer.forget', { host, key });
    setFault(reply.ok ? undefined : ERROR_TEXT[reply.code]);
  };
  return (
    <section className={styles.section} aria-label="Câu đã trả lời">
      <h2 className={styles.heading}>Câu đã trả lời “Đúng” về trang</h2>
      {fault === undefined ? null : <Notice kind="error">{fault}</Notice>}
      <ul className={styles.list}>
        {answers.map(({ host, key, about }) => (
          <li key={`${host} ${key}`} className={styles.item}>
            <div className={styles.words}>
              <div>{about}</div>
              <div className={styles.host}>{host}</div>
            </div>
            <Button size="small" aria-label={`Hỏi lại: ${about}`} onClick={() => void forget(host, key)}>
              Hỏi lại
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
