export const presence = {
  here_one: '{{names}} is looking at this too.',
  here_other: '{{names}} are looking at this too.',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
  typing_one: '{{names}} is typing …',
  typing_other: '{{names}} are typing …',
  typingMany: '{{count}} people are typing …',
} as const;
