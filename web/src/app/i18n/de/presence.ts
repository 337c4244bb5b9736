import type { Translation } from '../en';

export const presence: Translation['presence'] = {
  here_one: '{{names}} sieht sich das auch gerade an.',
  here_other: '{{names}} sehen sich das auch gerade an.',
  more_one: '{{count}} weitere Person',
  more_other: '{{count}} weitere Personen',
  typing_one: '{{names}} schreibt …',
  typing_other: '{{names}} schreiben …',
  typingMany: '{{count}} Personen schreiben …',
};
