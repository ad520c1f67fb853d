/**
 * Is this a possible Vietnamese syllable? Spelling rules only (onset, rime, tone on stops, tone position), no
 * dictionary. It tells legacy-encoded text from real text: `céng` cannot be Vietnamese, `cộng` can.
 */

const RIMES: ReadonlySet<string> = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng ' +
    'i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu ynh ' +
    'o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u uc ui um un ung up ut ua uân uâng uât uây uê uêch uên uênh uơ uôc uôi uôm uôn uông uôp uôt uy uya uych uyên uyêt uynh uyn uyt uyp uyu ' +
    'ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu'
  ).split(' '),
);

/** Rimes that end in a glide: their tone never stands on the last letter. */
const GLIDE = /^(?:[aăâoơôuư]i|[aâ]y|a[ou]|âu|eo|êu|iu|ưu|iêu|yêu|oa[iyo]|oeo|uôi|ươ[iu]|uây|uyu)$/;
const ONSET = /^(?:ngh|ng|gh|gi|kh|ch|nh|ph|qu|th|tr|[bcdđghklmnprstvx])/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

/** True for a lower-case NFC word that Vietnamese spelling allows. Foreign words and most letter salad are false. */
export function isSyllable(word: string): boolean {
  if (word.length > 7) return false;
  const marks = [...word.normalize('NFD')].filter((letter) => TONE.test(letter));
  if (marks.length > 1) return false;
  const plain = word.normalize('NFD').replace(TONE, '').normalize('NFC');
  const onset = ONSET.exec(plain)?.[0] ?? '';
  const toneOnLast = marks.length === 1 && TONE.test(word.slice(-1).normalize('NFD'));
  return splits(plain, onset).some(([start, rime]) => fits(start, rime, marks[0], toneOnLast));
}

/** `gi` may be onset + rime or g + i…: `gì`, `giếng`. */
function splits(plain: string, onset: string): readonly (readonly [string, string])[] {
  const whole: readonly [string, string] = [onset, plain.slice(onset.length)];
  return onset === 'gi' ? [whole, ['g', plain.slice(1)]] : [whole];
}

function fits(onset: string, rime: string, tone: string | undefined, toneOnLast: boolean): boolean {
  if (!RIMES.has(onset === 'qu' && RIMES.has(`u${rime}`) ? `u${rime}` : rime)) return false;
  const front = /^[eêiy]/.test(rime);
  if (front && /^(?:c|ng)$/.test(onset)) return false;
  if (!front && /^(?:k|gh|ngh)$/.test(onset)) return false;
  if (/(?:[pt]|c|ch)$/.test(rime) && tone !== '\u0301' && tone !== '\u0323') return false;
  return !(toneOnLast && GLIDE.test(rime));
}
