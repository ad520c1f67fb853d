/** What went wrong, and where the extension itself was renewed under the open panel, the one thing that helps. */
import { Button } from '@fluentui/react-components';
import type { ErrorCode } from '../messages/contract.ts';
import { Notice } from '../pieces/notice.tsx';
import { ERROR_TEXT } from '../pieces/words.ts';

const RENEWED: ReadonlySet<ErrorCode> = new Set(['unknown-message', 'bad-reply']);

export function Fault({ code }: { readonly code: ErrorCode | null }) {
  if (code === null) return null;
  return (
    <>
      <Notice kind="error">{ERROR_TEXT[code]}</Notice>
      {RENEWED.has(code) && (
        <Button style={{ alignSelf: 'start' }} onClick={() => chrome.runtime.reload()}>
          Nạp lại tiện ích
        </Button>
      )}
    </>
  );
}
