import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Confirm, Dialog, DialogBody, DialogFooter, Sheet } from '@/ui/Dialog';
import { Field, Input } from '@/ui/Field';
import { Menu, MenuCheck, MenuChoices, MenuItem, MenuLabel, MenuLine } from '@/ui/Menu';
import { Picker } from '@/ui/Picker';
import { Popover } from '@/ui/Popover';
import { ToastProvider, useToast } from '@/ui/Toast';
import { Tooltip } from '@/ui/Tooltip';
import { Sample } from './Sample';

type Open = 'dialog' | 'confirm' | 'sheet' | 'picker';

/** What lies over the page. */
export function Floating() {
  const [open, setOpen] = useState<Open>();
  const [picked, setPicked] = useState('ben');
  const [checked, setChecked] = useState(true);
  const close = () => setOpen(undefined);
  return (
    <Sample title="Floating">
      <Button onClick={() => setOpen('dialog')}>Dialog</Button>
      <Button onClick={() => setOpen('confirm')}>Confirmation</Button>
      <Button onClick={() => setOpen('sheet')}>Sheet</Button>
      <Menu trigger={<Button>Menu</Button>}>
        <MenuItem onSelect={close}>Item</MenuItem>
        <MenuItem danger icon={<Trash2 size={16} aria-hidden />} onSelect={close}>
          Dangerous item
        </MenuItem>
        <MenuLine />
        <MenuCheck checked={checked} onChange={setChecked}>
          Check
        </MenuCheck>
        <MenuLabel>Choices</MenuLabel>
        <MenuChoices
          value={picked}
          onChange={setPicked}
          options={['ada', 'ben'].map((value) => ({ value, label: value }))}
        />
      </Menu>
      <Popover label="Popover" trigger={<Button>Popover</Button>}>
        Explains itself.
      </Popover>
      <Picker
        open={open === 'picker'}
        onOpenChange={(next) => setOpen(next ? 'picker' : undefined)}
        trigger={<Button>Picker: {picked}</Button>}
        label="People"
        searchLabel="Search"
        emptyText="Nobody fits these letters."
        value={picked}
        options={['ada', 'ben', 'bea'].map((value) => ({ value, text: value, label: value }))}
        onPick={setPicked}
      />
      <Tooltip text="Explains the element inside" shortcut="K">
        <Button>Tooltip</Button>
      </Tooltip>
      <ToastProvider label="Notices" closeLabel="Close">
        <ToastButtons />
      </ToastProvider>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Dialog"
        description="With a description."
        closeLabel="Close"
      >
        <DialogBody>
          <Field label="Name">{(control) => <Input {...control} />}</Field>
        </DialogBody>
        <DialogFooter>
          <Button variant="ghost" onClick={close}>
            Cancel
          </Button>
          <Button variant="primary" onClick={close}>
            Save
          </Button>
        </DialogFooter>
      </Dialog>
      <Confirm
        open={open === 'confirm'}
        onClose={close}
        title="Delete this?"
        text="What exactly will happen."
        action="Delete"
        cancel="Cancel"
        onConfirm={close}
      />
      <Sheet open={open === 'sheet'} onClose={close} title="Sheet">
        <p className="p-4">The sidebar on phones.</p>
      </Sheet>
    </Sample>
  );
}

function ToastButtons() {
  const toast = useToast();
  return (
    <>
      <Button onClick={() => toast('Mara deleted OPS-12.')}>Toast</Button>
      <Button onClick={() => toast('Saved.', { label: 'Undo', onAction: () => toast('Undone.') })}>
        Toast with undo
      </Button>
    </>
  );
}
