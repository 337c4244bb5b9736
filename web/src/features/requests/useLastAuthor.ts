import { useEffect, useState } from 'react';
import { useLive } from '@/live/react';

/** The name of whoever else changed the field last while the page is open. */
export function useLastAuthor(requestId: string, field: string): string | undefined {
  const { pulses } = useLive();
  const [name, setName] = useState<string>();
  useEffect(
    () =>
      pulses.subscribe((pulse) => {
        if (pulse.requestId === requestId && pulse.fields.includes(field)) setName(pulse.by.name);
      }),
    [pulses, requestId, field],
  );
  return name;
}
