"""The style sheet: written for a look, with colours by role and sizes by the text scale; and how a window wears it."""

from string import Template

from PySide6.QtWidgets import QWidget

from claimlight.ui.faces import FAMILIES, Face
from claimlight.ui.look import Look, Type
from claimlight.ui.theme import palette

_ROLES = ("page", "chrome", "raised", "sunken", "ink", "ink2", "ink3", "rule", "edge", "now", "nowsoft", "nowline")
_SIZES = (1, 2, 3, 4, 6, 8, 10, 12, 14, 15, 16, 20, 24, 28, 34, 36, 38, 40)

_SHEET = Template("""
* { outline: none; }
QToolTip { background: $raised; color: $ink; border: ${border}px solid $edge; padding: ${p4}px; }
QLabel { background: transparent; color: $ink; }
QLabel[tone="second"] { color: $ink2; }
QLabel[tone="third"] { color: $ink3; }
QLabel[cap="true"] {
  color: $ink2; background: $raised; border: ${border}px solid $edge; border-bottom-width: 2px;
  border-radius: ${p4}px; padding: 0 ${p6}px; }
QPushButton, QComboBox {
  min-height: ${p34}px; padding: 0 ${p12}px; border: ${border}px solid $edge; border-radius: ${p6}px;
  background: $raised; color: $ink; }
QPushButton:hover, QPushButton:open, QComboBox:hover, QComboBox:on { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $sunken; }
QPushButton:disabled, QComboBox:disabled { background: $sunken; color: $ink3; border-color: $rule; }
QPushButton[primary="true"] { border: ${border}px solid $ink; background: $ink; color: $onfill; padding: 0 ${p16}px; }
QPushButton[primary="true"]:hover { background: $ink2; border-color: $ink2; }
QPushButton[primary="true"]:disabled { background: $sunken; color: $ink3; border-color: $sunken; }
QPushButton[flat="true"], QToolButton {
  min-height: ${p34}px; padding: 0 ${p8}px; border: 1px solid transparent; border-radius: ${p6}px;
  background: transparent; color: $ink; }
QToolButton[flat="true"] { min-width: ${p34}px; padding: 0; }
QPushButton[quiet="true"] { color: $ink2; }
QPushButton[flat="true"]:hover, QToolButton:hover { background: $sunken; }
QPushButton[flat="true"]:checked, QToolButton:checked { background: $sunken; border-color: $edge; }
QPushButton[flat="true"]:disabled, QToolButton:disabled {
  color: $ink3; background: transparent; border-color: transparent; }
QPushButton[link="true"] {
  min-height: ${p28}px; padding: 0 1px; border: none; border-bottom: 1px solid $ink3; border-radius: 0;
  background: transparent; color: $ink; }
QPushButton[link="true"]:hover { border-bottom: 2px solid $ink; }
QPushButton[choice="true"] { padding: 0 ${p10}px; }
QPushButton[choice="true"]:checked { background: $raised; border: 2px solid $ink; padding: 0 ${p8}px; }
QToolButton[tab="true"] { min-height: ${p38}px; padding: 0 ${p12}px; border: none; }
QPushButton[line="true"] { min-height: 0; padding: 0; border: none; background: transparent; text-align: left; }
QPushButton[line="true"]:hover { background: $sunken; }
QToolButton[line="true"] { min-height: 0; padding: 0; border: none; }
QToolButton[framed="true"] { border: ${border}px solid $edge; background: $raised; }
QLineEdit {
  min-height: ${p34}px; padding: 0 ${p8}px; border: ${border}px solid $edge; border-radius: ${p6}px;
  background: $raised; color: $ink; placeholder-text-color: $ink2;
  selection-background-color: $now; selection-color: $ink; }
QLineEdit:focus { border: 2px solid $ink; }
QPushButton[segment="true"] { border-radius: 0; border-$end: none; }
QPushButton[segment="true"][last="true"] { border-$end: ${border}px solid $edge; }
QPushButton[segment="true"]:checked { background: $ink; color: $onfill; border-color: $ink; }
QCheckBox, QRadioButton { color: $ink; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $ink3; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${p14}px; height: ${p14}px; border: ${border}px solid $edge; background: $raised; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked { background: $ink; border-color: $ink; }
QRadioButton::indicator:checked { border-color: $ink; background: qradialgradient(
  cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
  stop: 0 $ink, stop: 0.56 $ink, stop: 0.66 $raised, stop: 1 $raised); }
QComboBox { padding-right: ${p28}px; }
QComboBox::drop-down { border: none; width: ${p28}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $raised; color: $ink; border: ${border}px solid $edge; padding: ${p4}px;
  selection-background-color: $sunken; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${p36}px; padding: 0 ${p8}px; }
QFrame#panel { background: $chrome; border: none; border-$start: ${border}px solid $rule; }
QFrame#bar { background: $chrome; border: none; border-bottom: ${border}px solid $rule; }
QFrame#strip { background: $chrome; border: none; border-top: ${border}px solid $rule; }
QFrame#dock { background: $chrome; border: none; border-top: 2px solid $ink; }
QFrame#sheet, QWidget#sheet { background: $page; border: none; }
QFrame#floating { background: $raised; border: ${border}px solid $edge; border-radius: ${p8}px; }
QFrame#notice { background: $nowsoft; border: none; border-$start: ${p4}px solid $nowline; }
QFrame#review {
  background: $raised; border: ${border}px solid $rule; border-$start: ${p4}px solid $nowline;
  border-radius: ${p8}px; }
QFrame#line { background: $rule; border: none; max-height: ${border}px; min-height: ${border}px; }
QFrame#upright { background: $rule; border: none; max-width: ${border}px; min-width: ${border}px; }
QFrame#total { background: $ink; border: none; max-height: 2px; min-height: 2px; }
QAbstractScrollArea { background: transparent; border: none; }
QTextEdit { background: $page; border: none; }
QPlainTextEdit {
  padding: ${p6}px; border: ${border}px solid $edge; border-radius: ${p6}px; background: $raised; color: $ink;
  placeholder-text-color: $ink2; selection-background-color: $now; selection-color: $ink; }
QPlainTextEdit:focus { border: 2px solid $ink; }
QPlainTextEdit[page="true"] { background: $page; border: none; border-radius: 0; padding: ${p12}px ${p20}px; }
QListView { background: transparent; border: none; color: $ink; }
QTableView[quiet="true"] { background: transparent; border: none; color: $ink; }
QTableView[quiet="true"]::item { padding: 0 ${p3}px; }
QTableView[quiet="true"] QHeaderView { background: transparent; border: none; }
QTableView[quiet="true"] QTableCornerButton::section {
  background: transparent; border: none; border-bottom: ${border}px solid $edge; }
QTableView[quiet="true"] QHeaderView::section {
  background: transparent; color: $ink2; padding: ${p4}px ${p6}px;
  border: none; border-bottom: ${border}px solid $edge; }
QFileDialog QHeaderView, QFileDialog QHeaderView::section {
  background: $raised; color: $ink2; padding: ${p3}px ${p6}px; border: none; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: ${p2}px; border: none; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: ${p2}px; border: none; }
QScrollBar::handle { background: $thumb; border-radius: ${p4}px; }
QScrollBar::handle:vertical { min-height: ${p36}px; }
QScrollBar::handle:horizontal { min-width: ${p36}px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenuBar, QMenu { font-family: "$sans"; font-size: ${p15}px; }
QMenuBar { background: $chrome; color: $ink; }
QMenuBar::item { padding: ${p4}px ${p8}px; background: transparent; }
QMenuBar::item:selected { background: $sunken; }
QMenu { background: $raised; color: $ink; border: ${border}px solid $edge; padding: ${p4}px 0; }
QMenu::item { padding: ${p6}px ${p24}px; }
QMenu::item:selected { background: $sunken; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $rule; margin: ${p4}px 0; }
""")


def dress(window: QWidget, look: Look) -> None:
    """Give a top-level window the palette, the interface font and the style sheet of `look`."""
    window.setPalette(palette(look.theme))
    window.setFont(look.font(Type.TEXT))
    window.setStyleSheet(stylesheet(look, rtl=window.isRightToLeft()))


def stylesheet(look: Look, *, rtl: bool = False) -> str:
    """`rtl` puts what borders a panel at its start on the right."""
    theme = look.theme
    values: dict[str, object] = {role: getattr(theme, role) for role in _ROLES}
    values |= {f"p{size}": look.px(size) for size in _SIZES}
    values |= {
        "onfill": theme.onfill,
        "sans": FAMILIES[Face.SANS],
        "start": "right" if rtl else "left",
        "end": "left" if rtl else "right",
        "border": theme.border,
        "round": (look.px(14) + 2 * theme.border) // 2,  # Qt paints corners that are rounder as squares
        "hover": theme.sunken if theme.border > 1 else theme.chrome,
        "thumb": theme.edge if theme.border > 1 else theme.rule,
    }
    return _SHEET.substitute(values)
