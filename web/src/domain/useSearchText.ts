import { useEffect, useEffectEvent, useState } from 'react';

const PAUSE_MS = 250;

/** What is typed into a search, which is on its way when the typing pauses; one that comes by another way is shown. */
export function useSearchText(
  value: string,
  onSearch: (words: string) => void,
): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    // The address changed by another way, such as the browser's back button.
    setGiven(value);
    if (text.trim() !== value) setText(value);
  }
  const search = useEffectEvent(() => {
    if (text.trim() !== value) onSearch(text.trim());
  });
  useEffect(() => {
    const timer = setTimeout(() => search(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, setText];
}
