import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { IconButton } from './Button';

interface ToastAction {
  label: string;
  onAction: () => void;
}

interface ToastItem {
  id: number;
  text: string;
  action?: ToastAction;
}

const ToastContext = createContext<(text: string, action?: ToastAction) => void>(() => undefined);

/** Says what happened elsewhere, or what can be undone. What concerns something on the page is said beside it instead. */
export const useToast = () => use(ToastContext);

let lastId = 0;

export function ToastProvider({
  children,
  label,
  closeLabel,
}: {
  children: ReactNode;
  label: string;
  closeLabel: string;
}) {
  const [items, setItems] = useState<ToastItem[]>([]);
  const show = useCallback((text: string, action?: ToastAction) => {
    lastId += 1;
    const item = { id: lastId, text, action };
    setItems((others) => [...others.slice(-2), item]);
  }, []);
  return (
    <ToastContext value={show}>
      <Radix.Provider label={label} duration={6000}>
        {children}
        {items.map((item) => (
          <Radix.Root
            key={item.id}
            onOpenChange={(open) => !open && setItems((others) => others.filter((other) => other.id !== item.id))}
            className="rise flex items-center gap-2 rounded-md bg-ink py-1.5 pr-1.5 pl-3 text-canvas shadow-float"
          >
            <Radix.Description className="flex-1">{item.text}</Radix.Description>
            {item.action !== undefined && (
              <Radix.Action
                altText={item.action.label}
                onClick={item.action.onAction}
                className="h-8 rounded-md px-2 font-semibold underline underline-offset-2"
              >
                {item.action.label}
              </Radix.Action>
            )}
            <Radix.Close asChild>
              <IconButton label={closeLabel} className="text-canvas hover:bg-transparent hover:text-canvas">
                <X size={14} />
              </IconButton>
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport
          label={label}
          className="fixed bottom-4 left-1/2 z-50 flex w-[min(92vw,26rem)] -translate-x-1/2 flex-col gap-2 outline-none max-lg:bottom-20"
        />
      </Radix.Provider>
    </ToastContext>
  );
}
