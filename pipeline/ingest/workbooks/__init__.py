"""The kinds of workbook: .xlsx and .xlsm, .xls, .ods; each gives its sheets within bounds."""
