/**
 * The first page, opened when the extension is installed and on request: what the extension does, and the three things
 * to prepare, each marked when it is done. Also in English, for the reviewers of a store.
 */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { PORTAL } from '../../../core/portal/capture/readers/national-2026/requests.ts';
import { useAccess } from '../../live/use-access.ts';
import { changeSettings } from '../../settings/settings.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { DeskLink } from '../desk-link.tsx';
import { PlacePage } from '../place-page.tsx';
import { PinPicture } from '../start/pin-picture.tsx';
import { StartStep } from '../start/start-step.tsx';
import { type Language, START_WORDS } from '../start/start-words.ts';
import { usePinned } from '../start/use-pinned.ts';

const PAGES = `${PORTAL}/*`;
const EVALUATION = `${PORTAL}/danh-gia-chat-luong-phuc-vu`;

const useStyles = makeStyles({
  languages: { display: 'flex', gap: '4px', marginBottom: '12px' },
  // There all buttons have the same border.
  current: { '@media (forced-colors: active)': { textDecorationLine: 'underline' } },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  name: { width: '100%', maxWidth: '360px' },
  next: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '12px',
    padding: '20px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: '1px solid transparent',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  acts: { margin: 0, paddingInlineStart: '20px', display: 'flex', flexDirection: 'column', gap: '6px' },
  privacy: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const NAMES: readonly (readonly [Language, string])[] = [
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
];

export function StartPlace() {
  const styles = useStyles();
  const [language, setLanguage] = useState<Language>('vi');
  const pinned = usePinned();
  const granted = useAccess(PAGES);
  const stored = useSettings()?.unit ?? '';
  // Her own typing is not waited for to come back.
  const [typed, setTyped] = useState<string>();
  const unit = typed ?? stored;
  const { title, lead, pin, allow, mine, next, privacy } = START_WORDS[language];
  return (
    <div lang={language}>
      <div className={styles.languages}>
        {NAMES.map(([item, name]) => (
          <Button
            key={item}
            lang={item}
            size="small"
            className={item === language ? styles.current : undefined}
            appearance={item === language ? 'outline' : 'subtle'}
            aria-pressed={item === language}
            onClick={() => setLanguage(item)}
          >
            {name}
          </Button>
        ))}
      </div>
      <PlacePage title={title} lead={lead} narrow>
        <ol className={styles.steps}>
          <StartStep number={1} {...pin} done={pinned ? pin.done : null}>
            {pinned === false ? <PinPicture /> : null}
          </StartStep>
          <StartStep number={2} {...allow} done={granted ? allow.done : null}>
            {granted === false && (
              <Button appearance="primary" onClick={() => void chrome.permissions.request({ origins: [PAGES] })}>
                {allow.button}
              </Button>
            )}
          </StartStep>
          <StartStep number={3} {...mine} done={unit.trim() === '' ? null : mine.done}>
            <Field label={mine.label} className={styles.name}>
              <Input
                value={unit}
                maxLength={200}
                placeholder="xã Ta Ma"
                onChange={(_, { value }) => {
                  setTyped(value);
                  void changeSettings({ unit: value });
                }}
              />
            </Field>
          </StartStep>
        </ol>
        <section className={styles.next}>
          <h2 className={styles.title}>{next.title}</h2>
          <ol className={styles.acts}>
            {next.acts.map((act) => (
              <li key={act}>{act}</li>
            ))}
          </ol>
          <DeskLink href={EVALUATION} target="_blank" rel="noreferrer">
            {next.open}
          </DeskLink>
        </section>
        <p className={styles.privacy}>{privacy}</p>
      </PlacePage>
    </div>
  );
}
