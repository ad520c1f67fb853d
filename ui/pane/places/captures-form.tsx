/** "Nhập số liệu Cổng": figures of the portal from a file, or pasted as text. */

import { Button } from '@fluentui/react-components';
import type { NamedFile } from '../../../session/host/files.ts';
import { FileButton } from '../../file-button.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { ExtensionCaptures } from './extension-captures.tsx';

export function CapturesForm() {
  const styles = usePaneStyles();
  const { state, dispatch, actions, session } = usePane();
  const pasted = state.texts.captures;
  const bring = async (from: NamedFile | string) => {
    if (typeof from === 'string' && from.trim() === '') {
      return actions.refuse('Chưa có số liệu nào được dán. Hãy dán bảng số liệu của Cổng hoặc chọn tệp, rồi bấm lại.');
    }
    const isTaken = await actions.act('Đang nhập số liệu Cổng', (progress) => session.importCaptures(from, progress));
    if (isTaken && typeof from === 'string') dispatch({ kind: 'typed', texts: { captures: '' } });
  };
  return (
    <section className={styles.card} aria-label="Nhập số liệu Cổng">
      <h2 className={styles.heading}>Nhập số liệu Cổng dịch vụ công</h2>
      <FileButton
        label="Chọn tệp số liệu"
        accept=".xlsx,.csv,.json"
        disabled={state.work !== null}
        onFiles={([file]) => file && void bring(file)}
        onFault={actions.refuse}
      />
      <p className={styles.quiet}>Tệp .xlsx, .csv hoặc .json do tiện ích trình duyệt tải ra.</p>
      <ExtensionCaptures />
      <LongTextField
        label="Hoặc dán số liệu"
        rows={4}
        value={pasted}
        onType={(value) => dispatch({ kind: 'typed', texts: { captures: value } })}
      />
      <Button appearance="primary" disabled={state.work !== null} onClick={() => void bring(pasted)}>
        Nhập số liệu đã dán
      </Button>
    </section>
  );
}
