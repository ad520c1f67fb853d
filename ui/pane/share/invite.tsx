/** A link with which another machine may ask to take part; shown once, for a single machine. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Result } from '../../../core/base/result.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { QrPicture } from './qr-picture.tsx';

export function Invite({ invite }: { readonly invite: () => Promise<Result<string>> }) {
  const styles = usePaneStyles();
  const { state, actions } = usePane();
  const [link, setLink] = useState('');
  const ask = () =>
    actions.act('Đang tạo liên kết mời', async () => {
      const made = await invite();
      if (!made.ok) return made;
      setLink(made.value);
      return { ok: true, value: { workspace: null, message: '', left: '' } };
    });
  return (
    <div className={styles.section}>
      <span>
        <Button disabled={state.work !== null} onClick={() => void ask()}>
          Mời một máy
        </Button>
      </span>
      {link === '' ? null : (
        <>
          <Field label="Liên kết mời" hint="Cho một máy, trong 7 ngày. Gửi riêng cho người được mời.">
            <Input readOnly value={link} onFocus={({ target }) => target.select()} />
          </Field>
          <QrPicture text={link} name="Mã QR của liên kết mời" />
        </>
      )}
    </div>
  );
}
