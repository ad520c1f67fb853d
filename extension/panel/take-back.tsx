/** Brings a discarded capture back to be decided on. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ErrorCode } from '../messages/contract.ts';
import { Notice } from '../pieces/notice.tsx';
import { send } from '../pieces/send.ts';
import { ERROR_TEXT } from '../pieces/words.ts';

export function TakeBack({ id }: { readonly id: string }) {
  const [error, setError] = useState<ErrorCode>();
  const takeBack = async () => {
    const reply = await send('capture.take-back', { id });
    setError(reply.ok ? undefined : reply.code);
  };
  return (
    <>
      {error && <Notice kind="error">{ERROR_TEXT[error]}</Notice>}
      <Button style={{ alignSelf: 'start' }} onClick={() => void takeBack()}>
        Lấy lại bản chụp
      </Button>
    </>
  );
}
