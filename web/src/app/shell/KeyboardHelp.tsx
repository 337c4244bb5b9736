import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogBody } from '@/ui/Dialog';
import { useShortcut } from '@/ui/useShortcut';

const SHORTCUTS = [
  ['nextPrevious', ['J', 'K']],
  ['open', ['Enter']],
  ['search', ['/']],
  ['create', ['N']],
  ['edit', ['E']],
  ['comment', ['C']],
  ['assign', ['A']],
  ['send', ['Ctrl', 'Enter']],
  ['discard', ['Esc']],
  ['help', ['?']],
] as const;

export function KeyboardHelp() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useShortcut('?', () => setOpen(true));
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={t('keys.title')} closeLabel={t('common.close')}>
      <DialogBody className="pb-5">
        <dl className="flex flex-col">
          {SHORTCUTS.map(([what, keys]) => (
            <div key={what} className="flex items-center justify-between border-b border-line py-2 last:border-0">
              <dt>{t(`keys.${what}`)}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <kbd
                    key={key}
                    className="min-w-6 rounded border border-line bg-sunken px-1.5 text-center font-mono text-xs leading-6"
                  >
                    {key}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogBody>
    </Dialog>
  );
}
