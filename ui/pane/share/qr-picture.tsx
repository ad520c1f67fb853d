/** A QR code to be read from the screen by a telephone or a tablet; on white also in the dark. */
import { useEffect, useState } from 'react';

/** Pixels a side: the camera of a plain telephone reads a link so. */
const SIDE = 200;

/** `name` = what it is, for who does not see it. Drawn by a part of the page that is fetched when it is wanted. */
export function QrPicture({ text, name }: { readonly text: string; readonly name: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isOver = false;
    void import('uqr').then(({ renderSVG }) => {
      if (isOver) return;
      made = URL.createObjectURL(new Blob([renderSVG(text)], { type: 'image/svg+xml' }));
      setAddress(made);
    });
    return () => {
      isOver = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [text]);
  return address === null ? null : <img src={address} alt={name} width={SIDE} height={SIDE} />;
}
