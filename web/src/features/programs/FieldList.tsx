import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { ArrowDown, ArrowUp, EyeOff, GripVertical, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isFieldType, type FieldDefinition } from '@/api/types';
import { Badge } from '@/ui/Badge';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';

interface Props {
  fields: FieldDefinition[];
  onOrder: (fields: FieldDefinition[]) => void;
  onEdit: (field: FieldDefinition) => void;
  onRemove: (field: FieldDefinition) => void;
}

/** The fields in their order, which one changes by drag, by keyboard on the handle, or by the arrows. */
export function FieldList({ fields, onOrder, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const indexOf = (id: UniqueIdentifier) => fields.findIndex((field) => field.id === id);
  const said = (id: UniqueIdentifier, at: UniqueIdentifier = id) => ({
    label: fields[indexOf(id)]?.label,
    place: indexOf(at) + 1,
    count: fields.length,
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('settings.dragStart', said(active.id)),
    onDragOver: ({ active, over }) => (over ? t('settings.dragOver', said(active.id, over.id)) : undefined),
    onDragEnd: ({ active, over }) => t('settings.dragEnd', said(active.id, over?.id)),
    onDragCancel: ({ active }) => t('settings.dragCancel', said(active.id)),
  };
  const move = (from: number, to: number) => onOrder(arrayMove(fields, from, to));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over !== null && over.id !== active.id) move(indexOf(active.id), indexOf(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('settings.dragHelp') } }}
    >
      <SortableContext items={fields} strategy={verticalListSortingStrategy}>
        <ul aria-label={t('settings.fields')} className="border-t border-line">
          {fields.map((field, index) => (
            <FieldRow
              key={field.id}
              field={field}
              onEdit={() => onEdit(field)}
              onRemove={() => onRemove(field)}
              onUp={index > 0 ? () => move(index, index - 1) : undefined}
              onDown={index < fields.length - 1 ? () => move(index, index + 1) : undefined}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface RowProps {
  field: FieldDefinition;
  onEdit: () => void;
  onRemove: () => void;
  onUp?: () => void;
  onDown?: () => void;
}

function FieldRow({ field, onEdit, onRemove, onUp, onDown }: RowProps) {
  const { t } = useTranslation();
  const { label } = field;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: field.id,
  });
  const parts = field.type === 'checklist' ? field.items.map((item) => item.label) : field.options;
  return (
    <li
      ref={setNodeRef}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
      className={cx(
        'relative flex items-center gap-1 border-b border-line bg-canvas py-1.5',
        isDragging && 'z-10 shadow-float',
      )}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t('settings.move', { label })}
        className="flex size-8 shrink-0 cursor-grab touch-none items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink max-sm:hidden pointer-coarse:size-10"
      >
        <GripVertical size={16} aria-hidden />
      </button>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-medium">
            {label}
            {field.required && <span title={t('settings.required')}> *</span>}
          </span>
          {field.visibility === 'staff' && (
            <Badge tone="amber" icon={<EyeOff size={12} aria-hidden />}>
              {t('settings.staffOnly')}
            </Badge>
          )}
        </p>
        <p className="line-clamp-2 text-xs text-ink-3">
          {isFieldType(field.type) ? t(`fieldType.${field.type}`) : field.type}
          {parts.length > 0 && <> · {parts.join(', ')}</>}
        </p>
      </div>
      <div className="flex shrink-0">
        <IconButton
          label={t('settings.moveUp', { label })}
          onClick={onUp}
          disabled={!onUp}
          className="disabled:opacity-30"
        >
          <ArrowUp size={16} />
        </IconButton>
        <IconButton
          label={t('settings.moveDown', { label })}
          onClick={onDown}
          disabled={!onDown}
          className="disabled:opacity-30"
        >
          <ArrowDown size={16} />
        </IconButton>
        <IconButton label={`${t('common.edit')} ${label}`} onClick={onEdit}>
          <Pencil size={16} />
        </IconButton>
        <IconButton label={`${t('common.remove')} ${label}`} onClick={onRemove}>
          <Trash2 size={16} />
        </IconButton>
      </div>
    </li>
  );
}
