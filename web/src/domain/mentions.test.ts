import { describe, expect, it } from 'vitest';
import { markdownOf, mentionOf, nameBefore, withMention, writtenOf } from './mentions';

const kim = { id: '01980000-0000-7000-8000-00000000000a', name: 'Kim Doe' };
const kimball = { id: '01980000-0000-7000-8000-00000000000b', name: 'Kim Doering' };
const namesake = { id: '01980000-0000-7000-8000-00000000000c', name: 'Kim Doe' };
const odd = { id: '01980000-0000-7000-8000-00000000000d', name: 'A_[b]*' };

describe('a text with mentions', () => {
  it.each([
    ['Ask @Kim Doe.', `Ask ${mentionOf(kim)}.`],
    ['@Kim Doering and @Kim Doe', `${mentionOf(kimball)} and ${mentionOf(kim)}`],
    ['@Kim Doer', '@Kim Doer'],
    ['x@Kim Doe', 'x@Kim Doe'],
    ['@A_[b]*!', `[@A\\_\\[b\\]\\*](user:${odd.id})!`],
  ])('%s becomes %s, and that again', (text, markdown) => {
    const people = [kim, kimball, odd];
    expect(markdownOf({ text, people })).toBe(markdown);
    expect(writtenOf(markdown).text).toBe(text);
  });

  it('tells people of the same name apart', () => {
    const markdown = `${mentionOf(kim)} and ${mentionOf(namesake)}`;
    expect(markdownOf(writtenOf(markdown))).toBe(markdown);
    const { written } = withMention({ text: '@Kim Doe @k', people: [kim] }, 11, namesake);
    expect(markdownOf(written)).toBe(`${markdown.replace(' and', '')} `);
  });
});

describe('the name that is being typed', () => {
  it.each([
    ['Ask @', ''],
    ['@ki', 'ki'],
    ['(@Kim D', 'Kim D'],
    ['Ask @Kim Doe please', null],
    ['kim@example', null],
    ['no name', null],
  ])('in %j is %j', (text, name) => {
    expect(nameBefore(text, text.length)).toBe(name);
  });

  it('gives way to the one that was chosen, with the cursor behind it', () => {
    const { written, cursor } = withMention({ text: 'Ask @ki now', people: [] }, 7, kim);
    expect(written).toEqual({ text: 'Ask @Kim Doe now', people: [kim] });
    expect(cursor).toBe('Ask @Kim Doe '.length);
  });
});
